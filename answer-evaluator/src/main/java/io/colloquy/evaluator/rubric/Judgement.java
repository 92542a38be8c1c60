package io.colloquy.evaluator.rubric;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What experience with labelled answers says about a new one. Each word, pair of words and stretch of letters that
 * occurred in answers to several questions has a weight, and so have the measured signs.
 *
 * @param version of the file
 * @param command that made it
 * @param worth above 0 for what good answers have more of than wrong ones
 * @param flags above 0 for what answers have more of that deserve the flag than answers that deserve a score
 */
@JsonPropertyOrder({"version", "command", "worth", "flags"})
public record Judgement(int version, String command, LinearModel worth, Map<Evaluation.Reason, LinearModel> flags) {
    private static final Set<Evaluation.Reason> FLAGS = Set.of(
            Evaluation.Reason.OFF_TOPIC,
            Evaluation.Reason.GIBBERISH,
            Evaluation.Reason.COPIED_QUESTION,
            Evaluation.Reason.KEYWORD_LIST);

    private static final String FILE = "judgement.v2.json";

    public Judgement {
        flags = Map.copyOf(flags);
        if (!flags.keySet().equals(FLAGS)) {
            throw new IllegalArgumentException(
                    "Expected weights for the flags %s, but got %s".formatted(FLAGS, flags.keySet()));
        }
    }

    /** The one that comes with the service. */
    public static Judgement current() {
        try (InputStream content = Judgement.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(
                                    content,
                                    "Expected weights of the judgement on the class path, but they are missing"),
                            Judgement.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 (as wrong ones are) to 1 (as good ones are); a half where nothing speaks for either. */
    double promise(Traits traits) {
        return 1 / (1 + Math.exp(-worth.evidence(traits)));
    }

    /** Logarithmic odds for each flag; above 0 it is mostly deserved. */
    public Map<Evaluation.Reason, Double> suspicions(Traits traits) {
        return flags.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, flag -> flag.getValue().evidence(traits)));
    }
}
