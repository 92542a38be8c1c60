package io.colloquy.evaluator.rubric;

/**
 * When an answer that was spoken is not graded: a provider was hardly sure of what it understood, and the candidate left that as
 * it was. Whoever corrected it stands by it.
 */
public final class PoorTranscript {
    /**
     * Least confidence. Near exp(−1), the likelihood below which Whisper itself takes a passage for misunderstood.
     */
    public static final double BELOW = 0.4;

    private PoorTranscript() {}

    /**
     * Whether it is one.
     *
     * @param heard the transcript as it came
     * @param answer as it was submitted
     */
    public static boolean is(String heard, double confidence, String answer) {
        return confidence < BELOW && words(heard).equals(words(answer));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
