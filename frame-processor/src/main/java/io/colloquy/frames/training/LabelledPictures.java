package io.colloquy.frames.training;

import java.util.List;

/**
 * Square grey pictures with one label each, held as the raw bytes that the data file had.
 *
 * @param side the width and height of every picture in pixels
 * @param pixels one array of {@code side × side} unsigned bytes per picture, row by row
 * @param labels the class of each picture, from 0
 */
record LabelledPictures(int side, List<byte[]> pixels, List<Integer> labels) {
    LabelledPictures {
        pixels = List.copyOf(pixels);
        labels = List.copyOf(labels);
        if (pixels.size() != labels.size()) {
            throw new IllegalArgumentException("Expected one label for each of the " + pixels.size()
                    + " pictures, but there are " + labels.size());
        }
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
