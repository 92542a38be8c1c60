package io.colloquy.evaluator.meaning;

import io.colloquy.evaluator.providers.Vector;
import java.util.List;
import java.util.Optional;

/**
 * What a cosine of a model is worth. One model gives 0.8 to texts that have nothing in common, another 0.05, so a cosine is placed
 * between what the model gives to unrelated texts and what it gives to paraphrases.
 *
 * @param unrelated mean cosine of a phrase and what paraphrases another one
 * @param paraphrase mean cosine of a phrase and what paraphrases it
 */
record Scale(double unrelated, double paraphrase) {
    /** Of six phrases, one may be taken for another: models err. Guessing finds five of six in one of 1,500 tries. */
    private static final int MOST_MISTAKEN = 1;

    /** What is nearer together is rounding: vectors come quantised to 8 bits, too. */
    private static final double LEAST_GAP = 0.02;

    /** A quarter of the way from unrelated to paraphrase on either side of its middle: below it is nothing, above it is certain. */
    private static final double MARGIN = 0.25;

    private static final double HALFWAY = 0.5;

    /**
     * Of a model, by phrases and their paraphrases.
     *
     * @param phrases as many as paraphrases, in the same order
     * @return empty when it does not tell paraphrases from other texts
     */
    static Optional<Scale> of(List<Vector> phrases, List<Vector> paraphrases) {
        int count = phrases.size();
        double own = 0;
        double others = 0;
        int mistaken = 0;
        for (int i = 0; i < count; i++) {
            double mine = phrases.get(i).cosine(paraphrases.get(i));
            boolean beaten = false;
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    double other = phrases.get(i).cosine(paraphrases.get(j));
                    others += other;
                    beaten |= other >= mine;
                }
            }
            own += mine;
            mistaken += beaten ? 1 : 0;
        }
        Scale scale = new Scale(others / (count * (count - 1.0)), own / count);
        return mistaken > MOST_MISTAKEN || scale.paraphrase() - scale.unrelated() < LEAST_GAP
                ? Optional.empty()
                : Optional.of(scale);
    }

    /** How near a sentence is to a question, 0 to 1; a half halfway between unrelated and paraphrase. */
    double likeness(double cosine) {
        return likeness(cosine, unrelated);
    }

    /**
     * How near a sentence is to a point, 0 to 1. Whatever is about the question is near to its points: a sentence has to be nearer
     * than the question itself.
     *
     * @param question cosine of the point and its question
     */
    double likeness(double cosine, double question) {
        double floor = Math.max(unrelated, question);
        double span = Math.max(paraphrase - floor, HALFWAY * (paraphrase - unrelated));
        double way = (cosine - floor) / span;
        return Math.clamp(HALFWAY + (way - HALFWAY) * HALFWAY / MARGIN, 0, 1);
    }
}
