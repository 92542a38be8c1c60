package io.colloquy.frames.vision;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What makes a face hard to read, and from where on. The names stand in {@code frame-readings}. */
public enum QualityFlag {
    /** Narrower than 48 pixels, the size of the pictures that the emotion model has learnt from. */
    SMALL_FACE(quality -> quality.faceSize() < 48),
    /** Out of focus, moved or enlarged. */
    LOW_SHARPNESS(quality -> quality.sharpness() < 60),
    DARK(quality -> quality.brightness() < 55),
    BRIGHT(quality -> quality.brightness() > 210),
    /** Fog, a covered lens or light from behind. */
    LOW_CONTRAST(quality -> quality.contrast() < 20),
    /** By more than 20 degrees to either shoulder. */
    TILTED(quality -> quality.pose().roll().stream().anyMatch(degrees -> Math.abs(degrees) > 20)),
    /** Fewer than both eyes were found: turned away, covered, too small, or closed. */
    EYES_NOT_FOUND(quality -> quality.pose().roll().isEmpty());

    private final Predicate<Quality> tooLow;

    QualityFlag(Predicate<Quality> tooLow) {
        this.tooLow = tooLow;
    }

    static List<QualityFlag> of(Quality quality) {
        return Arrays.stream(values()).filter(flag -> flag.tooLow.test(quality)).toList();
    }
}
