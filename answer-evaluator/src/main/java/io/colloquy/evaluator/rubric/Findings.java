package io.colloquy.evaluator.rubric;

/**
 * What a reading found, worked out once for all measures.
 *
 * @param coverage which points are made
 * @param aim how far it speaks about the question
 * @param manner how it speaks
 */
record Findings(Coverage coverage, Aim aim, Manner manner) {
    static Findings of(Reading reading) {
        return new Findings(Coverage.of(reading), Aim.of(reading), Manner.of(reading));
    }
}
