package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Languages;
import java.util.Optional;

/** Reads the traits of answers for whoever fits a judgement; it needs none itself. Thread-safe. */
public final class TraitsReader {
    private final Vocabularies vocabularies = Vocabularies.builtIn();

    /** Empty when the language of the interview cannot be read. */
    public Optional<Traits> read(EvaluationRequest request) {
        return Languages.of(request.language())
                .map(language -> Reading.of(request, language, vocabularies.of(language)))
                .map(reading -> Traits.of(reading, Manner.of(reading), Aim.of(reading)));
    }
}
