package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import java.util.regex.Pattern;

/** The check that every score has to pass, whoever made it: its quotes are the candidate's own words. */
public final class Evidence {
    /** Reason of a result that was voided. */
    public static final String UNPROVEN = "UNPROVEN_EVIDENCE";

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Evidence() {}

    /** Whether the quote stands in the answer word for word; white space counts as one space, a blank quote never occurs. */
    public static boolean occursIn(String answer, String quote) {
        String wanted = normalised(quote);
        return !wanted.isEmpty() && normalised(answer).contains(wanted);
    }

    /** The result itself when it is proven, else a call for a human: a quote that is not in the answer voids the score. */
    public static Evaluation checked(Evaluation evaluation, String answer) {
        return evaluation instanceof Evaluation.Scored scored && !isProven(scored, answer)
                ? new Evaluation.NeedsHuman(
                        UNPROVEN,
                        "Expected every score to be in range and to quote the answer, but one did not",
                        scored.provenance())
                : evaluation;
    }

    private static boolean isProven(Evaluation.Scored scored, String answer) {
        return !scored.dimensions().isEmpty()
                && inRange(scored.overall(), 10)
                && inRange(scored.confidence(), 1)
                && scored.dimensions().stream().allMatch(dimension -> isProven(dimension, answer));
    }

    private static boolean isProven(DimensionScore dimension, String answer) {
        return inRange(dimension.score(), 10)
                && !dimension.evidence().isEmpty()
                && dimension.evidence().stream().allMatch(quote -> occursIn(answer, quote));
    }

    private static boolean inRange(double value, double most) {
        return value >= 0 && value <= most;
    }

    private static String normalised(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
