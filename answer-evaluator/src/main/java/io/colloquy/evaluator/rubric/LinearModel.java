package io.colloquy.evaluator.rubric;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A linear model over signs and what is said, small enough to be read.
 *
 * @param bias logarithmic odds of an answer with mean signs
 * @param signs how the signs weigh; {@value #WORDS} is what all pieces say together
 * @param words weights by language and kind of piece; none where only the signs count
 */
@JsonPropertyOrder({"bias", "signs", "words"})
public record LinearModel(double bias, Map<String, Sign> signs, Map<String, Map<Piece, Map<String, Double>>> words) {
    /** The sign that stands for all that is said. */
    public static final String WORDS = "words";

    public LinearModel {
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

    /** Logarithmic odds; 0 where as much speaks for as against. */
    public double evidence(Traits traits) {
        double spoken = said(traits.said(), words.getOrDefault(traits.language(), Map.of()));
        return bias
                + signs.entrySet().stream()
                        .mapToDouble(sign -> sign.getValue()
                                .contribution(
                                        sign.getKey().equals(WORDS)
                                                ? spoken
                                                : traits.signs().get(sign.getKey())))
                        .sum();
    }

    /** What known pieces say together. */
    public static double said(Map<Piece, Set<String>> said, Map<Piece, Map<String, Double>> weights) {
        return weights.entrySet().stream()
                .mapToDouble(kind -> said(said.get(kind.getKey()), kind.getValue()))
                .sum();
    }

    /** That there are many of them must not count. */
    private static double said(Set<String> said, Map<String, Double> weights) {
        double sum = 0;
        int known = 0;
        for (String piece : said) {
            Double weight = weights.get(piece);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return sum / Math.sqrt(Math.max(1, known));
    }
}
