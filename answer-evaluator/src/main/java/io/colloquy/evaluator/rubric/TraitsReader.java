package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Languages;
import io.colloquy.evaluator.text.WordPairs;
import java.util.Map;
import java.util.Optional;

/** Reads the traits of answers for whoever fits a judgement; it needs none itself. Thread-safe. */
public final class TraitsReader {
    private static final Vocabularies VOCABULARIES = Vocabularies.builtIn();

    private final Map<String, WordPairs> heard;

    /**
     * A reader with some experience of what people say.
     *
     * @param heard by language; in others it has what the service has
     */
    public TraitsReader(Map<String, WordPairs> heard) {
        this.heard = Map.copyOf(heard);
    }

    /** Empty when the language of the interview cannot be read. */
    public Optional<Traits> read(EvaluationRequest request) {
        return Languages.of(request.language())
                .map(language -> language.with(heard.getOrDefault(language.code(), language.wordPairs())))
                .map(language -> Reading.of(request, language, VOCABULARIES.of(language)))
                .map(reading -> Traits.of(reading, Manner.of(reading), Aim.of(reading)));
    }
}
