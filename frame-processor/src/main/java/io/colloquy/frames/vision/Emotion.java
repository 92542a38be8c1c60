package io.colloquy.frames.vision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The seven expressions that the model tells apart, in the order of its outputs. */
public enum Emotion {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL;

    /** The name in files and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The emotion of a label, if there is one. */
    public static Optional<Emotion> of(String label) {
        return Arrays.stream(values())
                .filter(emotion -> emotion.label().equals(label))
                .findFirst();
    }

    /** The names of all, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Emotion::label).toList();
    }
}
