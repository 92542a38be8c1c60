package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Token;
import io.colloquy.evaluator.text.WordPairs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a judgement is made from: a handful of measured signs, and what is said.
 *
 * @param language code of the language it was read in
 * @param signs by name; see {@link Manner}, {@link Affirmation}, {@link Aim}, {@link Echo}
 *     and {@link WordPairs}
 * @param said the pieces that its own words are taken into
 */
public record Traits(String language, Map<String, Double> signs, Map<Piece, Set<String>> said) {
    private static final double MOST_ASKED = 0.2;
    private static final double MOST_OF_A_MANNER = 0.12;
    /** Of the longest answers that anything was fitted to, 180 words; what longer ones are worth is not known. */
    private static final double MOST_LENGTH = Math.log(180);

    private static final double MOST_FIRST = 0.08;

    public Traits {
        signs = Map.copyOf(signs);
        said = Map.copyOf(said);
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
        signs.put(
                "length",
                Math.min(
                        MOST_LENGTH, Math.log(Math.max(1, reading.own().tokens().size()))));
        signs.putAll(ofForm(reading, manner));
        signs.putAll(ofEcho(Echo.of(reading)));
        signs.putAll(ofSense(reading.answer(), reading.language().wordPairs()));
        return new Traits(
                reading.language().code(),
                signs,
                Stream.of(Piece.values()).collect(Collectors.toMap(piece -> piece, piece -> piece.of(reading.own()))));
    }

    /**
     * Sentences need function words; terms between commas have none, hardly a full stop, deny nothing and are praised by
     * commonplaces. Short notes of somebody who knows end now and then, and have a "not" or a "don't" somewhere.
     */
    private static Map<String, Double> ofForm(Reading reading, Manner manner) {
        List<Token> tokens = reading.answer().tokens();
        Language language = reading.language();
        return Map.of(
                "function",
                (double) tokens.stream().filter(Token::stopWord).count() / Math.max(1, tokens.size()),
                "listed",
                Grammar.listed(reading.answer(), language),
                "commas",
                Grammar.commasOverStops(reading.answer()),
                "vague",
                manner.vague(),
                "denied",
                language.phrases("negation").occurIn(tokens) ? 1.0 : 0.0);
    }

    private static Map<String, Double> ofEcho(Echo echo) {
        return Map.of("given", echo.given(), "taken", echo.taken(), "new", Math.log(1.0 + echo.own()));
    }

    private static Map<String, Double> ofSense(Passage answer, WordPairs heard) {
        return Map.of("order", heard.order(answer), "oddest", heard.oddest(answer), "unknown", heard.unknown(answer));
    }
}
