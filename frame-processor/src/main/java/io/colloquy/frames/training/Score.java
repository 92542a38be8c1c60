package io.colloquy.frames.training;

import java.util.Arrays;
import java.util.List;

/**
 * How often a classifier is right.
 *
 * @param accuracy the share of pictures put into their class
 * @param macroRecall the mean over the classes of the share found, so that rare classes count as much as common ones
 * @param confusion counts, by true class and by chosen class
 */
record Score(double accuracy, double macroRecall, List<List<Integer>> confusion) {
    static Score of(List<float[]> probabilities, LabelledPictures pictures, int classes) {
        int[][] confusion = new int[classes][classes];
        for (int i = 0; i < pictures.size(); i++) {
            confusion[pictures.label(i)][likeliest(probabilities.get(i))]++;
        }
        int right = 0;
        double recalls = 0;
        for (int k = 0; k < classes; k++) {
            right += confusion[k][k];
            recalls +=
                    confusion[k][k] / Math.max(1.0, Arrays.stream(confusion[k]).sum());
        }
        return new Score(right / (double) pictures.size(), recalls / classes, lists(confusion));
    }

    private static List<List<Integer>> lists(int[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    static int likeliest(float[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }
}
