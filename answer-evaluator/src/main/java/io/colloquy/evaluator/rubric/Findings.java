package io.colloquy.evaluator.rubric;

import java.util.Map;

/**
 * What a reading found, worked out once for all measures.
 *
 * @param coverage which points are made
 * @param aim how far it speaks about the question
 * @param promise what experience with labelled answers lets expect of it, 0 (wrong) to 1 (good)
 * @param near how near it is in meaning to question and points, 0 to 1; 0 where that was not found out
 * @param suspicions logarithmic odds for each flag, by the same experience
 */
record Findings(Coverage coverage, Aim aim, double promise, double near, Map<Evaluation.Reason, Double> suspicions) {
    private static final double FORM_ALONE = 0.05;
    private static final double BESIDE_WORDINGS = 0.45;

    static Findings of(Reading reading, Judgement judgement) {
        Aim aim = Aim.of(reading);
        Traits traits = Traits.of(reading, Manner.of(reading), aim);
        return new Findings(
                Coverage.of(reading),
                aim,
                judgement.promise(traits),
                reading.likeness().ofAnswer(reading),
                judgement.suspicions(traits));
    }

    /** A form as it serves: what is put well but says nothing, or something wrong, is put well in vain. */
    double serving(double form) {
        return form * (FORM_ALONE + (1 - FORM_ALONE) * promise);
    }

    /** What the content is worth beside what was found of it: where wordings are found, experience decides less. */
    double trusted() {
        return coverage.isByWordings() ? BESIDE_WORDINGS + (1 - BESIDE_WORDINGS) * promise : promise;
    }

    /** Whether it mostly deserves a flag. */
    boolean isSuspected(Evaluation.Reason reason) {
        return suspicions.get(reason) > 0;
    }

    /** Of an answer that is suspected of either. */
    boolean isSenselessRatherThanAside() {
        return suspicions.get(Evaluation.Reason.GIBBERISH) > suspicions.get(Evaluation.Reason.OFF_TOPIC);
    }
}
