package io.colloquy.frames.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good a classifier is, counted from its probabilities and the true classes.
 *
 * @param confusion counts, by true class and by chosen class
 * @param calibrationError how far the probability of the chosen class is from the share of right choices: the mean of
 *     the distance over fifteen equal ranges of probability, weighted by pictures (Guo et al., "On calibration of modern
 *     neural networks", 2017)
 */
record Measures(List<List<Integer>> confusion, double calibrationError) {
    private static final int RANGES = 15;

    Measures {
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /** Of one row of probabilities and one label a picture. */
    static Measures of(List<float[]> probabilities, List<Integer> labels) {
        int classes = probabilities.isEmpty() ? 0 : probabilities.getFirst().length;
        int[][] confusion = new int[classes][classes];
        double[] surplus = new double[RANGES];
        for (int i = 0; i < labels.size(); i++) {
            float[] row = probabilities.get(i);
            int chosen = likeliest(row);
            confusion[labels.get(i)][chosen]++;
            surplus[Math.min((int) (row[chosen] * RANGES), RANGES - 1)] +=
                    row[chosen] - (chosen == labels.get(i) ? 1 : 0);
        }
        double error = Arrays.stream(surplus).map(Math::abs).sum() / labels.size();
        return new Measures(
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                error);
    }

    int pictures() {
        return confusion.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The share of pictures put into their class. */
    double accuracy() {
        int right = 0;
        for (int k = 0; k < confusion.size(); k++) {
            right += confusion.get(k).get(k);
        }
        return right / (double) pictures();
    }

    /** Of the pictures chosen as this class, the share that is; 0 where none was chosen. */
    double precision(int label) {
        return share(label, confusion.stream().mapToInt(row -> row.get(label)).sum());
    }

    /** Of the pictures of this class, the share that was found; 0 where there are none. */
    double recall(int label) {
        return share(label, support(label));
    }

    /** The harmonic mean of precision and recall. */
    double f1(int label) {
        double sum = precision(label) + recall(label);
        return sum == 0 ? 0 : 2 * precision(label) * recall(label) / sum;
    }

    /** The mean recall of the classes that occur, so that rare classes count as much as common ones. */
    double macroRecall() {
        return occurring().stream().mapToDouble(this::recall).average().orElse(0);
    }

    /** The mean F1 of the classes that occur. */
    double macroF1() {
        return occurring().stream().mapToDouble(this::f1).average().orElse(0);
    }

    int support(int label) {
        return confusion.get(label).stream().mapToInt(Integer::intValue).sum();
    }

    private List<Integer> occurring() {
        List<Integer> labels = new ArrayList<>();
        for (int k = 0; k < confusion.size(); k++) {
            if (support(k) > 0) {
                labels.add(k);
            }
        }
        return labels;
    }

    private double share(int label, int whole) {
        return whole == 0 ? 0 : confusion.get(label).get(label) / (double) whole;
    }

    /** Everything by name, rounded to four places, as in JSON. */
    Map<String, Object> facts(List<String> labels) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("pictures", pictures());
        facts.put("accuracy", rounded(accuracy()));
        facts.put("macro_recall", rounded(macroRecall()));
        facts.put("macro_f1", rounded(macroF1()));
        facts.put("calibration_error", rounded(calibrationError));
        Map<String, Object> classes = new LinkedHashMap<>();
        for (int k = 0; k < labels.size(); k++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("pictures", support(k));
            one.put("precision", rounded(precision(k)));
            one.put("recall", rounded(recall(k)));
            one.put("f1", rounded(f1(k)));
            classes.put(labels.get(k), one);
        }
        facts.put("classes", classes);
        facts.put("confusion_true_by_chosen", confusion);
        return facts;
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static int likeliest(float[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }
}
