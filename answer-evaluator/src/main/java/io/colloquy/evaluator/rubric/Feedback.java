package io.colloquy.evaluator.rubric;

import java.util.List;
import java.util.stream.Collectors;

/** What the candidate reads: what was good, what was missing, in the rubric's own terms and no invention. */
final class Feedback {
    private static final int MOST_HINTS = 3;

    private Feedback() {}

    static String of(Coverage coverage, Measure.Measurement structure) {
        StringBuilder text = new StringBuilder();
        if (coverage.made().isEmpty()) {
            text.append("Your answer did not yet reach the points that were looked for.");
        } else {
            text.append("You covered: ").append(points(coverage.made())).append('.');
        }
        if (!coverage.missing().isEmpty()) {
            text.append(" To make it stronger, you could speak about: ")
                    .append(points(coverage.missing().stream().limit(MOST_HINTS).toList()))
                    .append('.');
        }
        if (structure.value() < 0.5) {
            text.append(" A clearer order of steps, with an example, would make it easier to follow.");
        }
        return text.toString();
    }

    private static String points(List<Coverage.Match> matches) {
        return matches.stream().map(match -> match.point().text()).collect(Collectors.joining("; "));
    }
}
