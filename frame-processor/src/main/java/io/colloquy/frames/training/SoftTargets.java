package io.colloquy.frames.training;

import java.util.List;
import java.util.Optional;

/**
 * What the network shall answer to a training picture. FER2013 has one label a picture and about a third of them is
 * doubtful; FER+ (Barsoum et al., "Training deep networks for facial expression recognition with crowd-sourced label
 * distribution", 2016) has ten votes a picture, but names other classes in other proportions. So the votes are first
 * translated: what labels do pictures have that were voted like this one? The target is a mixture of the picture's own
 * label and that translation. Where nobody voted, the second part is spread evenly.
 */
final class SoftTargets {
    private static final double OWN_LABEL = 0.6;
    private static final double OWN_LABEL_WITHOUT_VOTES = 0.9;

    private final int classes;
    private final double[][] labelsByVote;

    private SoftTargets(int classes, double[][] labelsByVote) {
        this.classes = classes;
        this.labelsByVote = labelsByVote;
    }

    /** Learns from the training pictures what labels go with what votes. */
    static SoftTargets of(LabelledPictures pictures, int classes) {
        double[][] counts = new double[classes][classes];
        for (int i = 0; i < pictures.size(); i++) {
            Optional<List<Double>> votes = pictures.votes().get(i);
            for (int vote = 0; vote < classes && votes.isPresent(); vote++) {
                counts[vote][pictures.label(i)] += votes.get().get(vote);
            }
        }
        for (double[] row : counts) {
            double sum = 0;
            for (double count : row) {
                sum += count;
            }
            for (int label = 0; label < classes; label++) {
                row[label] = sum == 0 ? 1.0 / classes : row[label] / sum;
            }
        }
        return new SoftTargets(classes, counts);
    }

    /** Adds the wanted probabilities of a picture to {@code target} from {@code offset} on. */
    void write(int label, Optional<List<Double>> votes, float[] target, int offset) {
        double own = votes.isPresent() ? OWN_LABEL : OWN_LABEL_WITHOUT_VOTES;
        for (int k = 0; k < classes; k++) {
            target[offset + k] = (float) ((1 - own) * (votes.isPresent() ? translated(votes.get(), k) : 1.0 / classes));
        }
        target[offset + label] += (float) own;
    }

    private double translated(List<Double> votes, int label) {
        double share = 0;
        for (int vote = 0; vote < classes; vote++) {
            share += votes.get(vote) * labelsByVote[vote][label];
        }
        return share;
    }
}
