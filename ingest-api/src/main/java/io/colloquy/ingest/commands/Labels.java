package io.colloquy.ingest.commands;

import io.colloquy.events.AnswerLabel;
import io.colloquy.platform.http.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Labels as files of labelled answers write them: in lower case. */
final class Labels {
    private Labels() {}

    /**
     * The label of this name.
     *
     * @throws Problem 400 when there is none
     */
    static AnswerLabel of(String name) {
        return Arrays.stream(AnswerLabel.values())
                .filter(label -> label != AnswerLabel.UNKNOWN && wireName(label).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalidRequest("Expected label %s, but it is not".formatted(known())));
    }

    private static String known() {
        return Arrays.stream(AnswerLabel.values())
                .filter(label -> label != AnswerLabel.UNKNOWN)
                .map(Labels::wireName)
                .collect(Collectors.joining(", "));
    }

    private static String wireName(AnswerLabel label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
