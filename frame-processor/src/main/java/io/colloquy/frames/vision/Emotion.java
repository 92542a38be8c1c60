package io.colloquy.frames.vision;

import java.util.Locale;

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
}
