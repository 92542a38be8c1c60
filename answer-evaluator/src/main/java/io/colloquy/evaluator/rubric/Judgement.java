package io.colloquy.evaluator.rubric;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What experience with labelled answers says about a new one: a linear model, small enough to be read. Each word that occurred in
 * answers to several questions has a weight (what speaks for a good answer is above 0), and so have the measured signs.
 *
 * @param version of the file
 * @param command that made it
 * @param signs how the signs weigh; {@value #WORDS} is what the words say together
 * @param words weight by word and language
 */
@JsonPropertyOrder({"version", "command", "signs", "words"})
public record Judgement(int version, String command, Map<String, Sign> signs, Map<String, Map<String, Double>> words) {
    /** The sign that stands for all words. */
    public static final String WORDS = "words";

    private static final String FILE = "judgement.v1.json";

    public Judgement {
        signs = new TreeMap<>(signs);
        words = new TreeMap<>(words);
    }

    /**
     * One sign.
     *
     * @param mean over the labelled answers
     * @param deviation its standard deviation there
     * @param weight of so many deviations from the mean
     */
    @JsonPropertyOrder({"mean", "deviation", "weight"})
    public record Sign(double mean, double deviation, double weight) {
        double contribution(double value) {
            return weight * (value - mean) / deviation;
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
        return 1 / (1 + Math.exp(-evidence(traits)));
    }

    /** Its logarithmic odds. */
    public double evidence(Traits traits) {
        double spoken = said(traits.words(), words.getOrDefault(traits.language(), Map.of()));
        return signs.entrySet().stream()
                .mapToDouble(sign -> sign.getValue()
                        .contribution(
                                sign.getKey().equals(WORDS)
                                        ? spoken
                                        : traits.signs()
                                                .getOrDefault(
                                                        sign.getKey(),
                                                        sign.getValue().mean())))
                .sum();
    }

    /** What known words say together; that there are many of them must not count. */
    public static double said(Set<String> said, Map<String, Double> weights) {
        double sum = 0;
        int known = 0;
        for (String word : said) {
            Double weight = weights.get(word);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return sum / Math.sqrt(Math.max(1, known));
    }
}
