package io.colloquy.frames.training;

import java.util.List;
import java.util.Optional;

/**
 * Square grey pictures with one label each, held as the raw bytes that the data file had.
 *
 * @param side the width and height of every picture in pixels
 * @param pixels one array of {@code side × side} unsigned bytes per picture, row by row
 * @param labels the class of each picture, from 0
 * @param votes how a second group of people saw each picture: shares of their votes by class; empty where nobody voted
 */
record LabelledPictures(int side, List<byte[]> pixels, List<Integer> labels, List<Optional<List<Double>>> votes) {
    LabelledPictures {
        pixels = List.copyOf(pixels);
        labels = List.copyOf(labels);
        votes = List.copyOf(votes);
        if (pixels.size() != labels.size() || pixels.size() != votes.size()) {
            throw new IllegalArgumentException("Expected one label and one vote for each of the " + pixels.size()
                    + " pictures, but there are " + labels.size() + " and " + votes.size());
        }
    }

    /** Pictures that nobody voted on. */
    static LabelledPictures withoutVotes(int side, List<byte[]> pixels, List<Integer> labels) {
        return new LabelledPictures(
                side,
                pixels,
                labels,
                labels.stream().map(label -> Optional.<List<Double>>empty()).toList());
    }

    int size() {
        return labels.size();
    }

    int label(int index) {
        return labels.get(index);
    }

    /** How many pictures of each class there are. */
    int[] perClass(int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }
}
