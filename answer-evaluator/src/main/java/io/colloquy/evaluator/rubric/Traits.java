package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a judgement is made from: a handful of measured signs, and which words occur.
 *
 * @param language code of the language it was read in
 * @param signs by name; see {@link Manner}, {@link Affirmation} and {@link Aim}
 * @param words distinct stems; function words as they stand, behind an underscore
 */
public record Traits(String language, Map<String, Double> signs, Set<String> words) {
    private static final double MOST_ASKED = 0.2;
    private static final double MOST_OF_A_MANNER = 0.12;
    private static final double MOST_FIRST = 0.08;

    public Traits {
        signs = Map.copyOf(signs);
        words = Set.copyOf(words);
    }

    static Traits of(Reading reading, Manner manner, Aim aim) {
        Map<String, Double> signs = new LinkedHashMap<>();
        signs.put("careless", manner.careless());
        signs.put("absolute", manner.absolute());
        signs.put("contrary", manner.contrary());
        signs.put("own", manner.own());
        signs.put("asked", Math.min(MOST_ASKED, manner.asked()));
        signs.put("concrete", Math.min(MOST_OF_A_MANNER, manner.concrete()));
        signs.put("careful", Math.min(MOST_OF_A_MANNER, manner.careful()));
        signs.put("first", Math.min(MOST_FIRST, manner.first()));
        signs.put("affirmed", Affirmation.of(reading));
        signs.put("leisure", aim.leisure());
        signs.put("elsewhere", aim.elsewhere());
        signs.put("topic", aim.topic());
        signs.put("points", aim.points());
        signs.put("named", aim.named());
        return new Traits(
                reading.language().code(),
                signs,
                reading.own().tokens().stream().map(Traits::word).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String word(Token token) {
        return token.stopWord() ? "_" + token.word() : token.stem();
    }
}
