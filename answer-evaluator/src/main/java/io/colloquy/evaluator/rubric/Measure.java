package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Sentence;
import java.util.List;

/** Something that can be measured in an answer by rules. Implementations are pure functions. */
@FunctionalInterface
interface Measure {
    Measurement of(Reading reading, Findings findings);

    /**
     * What was measured.
     *
     * @param value 0 to 1
     * @param evidence the sentences that it rests on, best first, at least one
     * @param rationale for the reader
     */
    record Measurement(double value, List<Sentence> evidence, String rationale) {
        public Measurement {
            evidence = List.copyOf(evidence);
        }
    }
}
