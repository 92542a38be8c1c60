package io.colloquy.frames.policy;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.platform.regions.Europe;
import java.util.Optional;

/**
 * Where expressions may be read at all. AI Act, Art. 5(1)(f): in the EU and the EEA no emotions are inferred at the
 * workplace, by the candidate's or the employer's region, and unknown counts as there. Pure.
 */
public final class EmotionLaw {
    private EmotionLaw() {}

    /**
     * Whether a wish is lawful.
     *
     * @param recruitment whether anybody's employment may depend on it
     */
    public static boolean allows(
            EmotionPolicy wish,
            boolean recruitment,
            Optional<String> candidateRegion,
            Optional<String> employerRegion) {
        boolean european = Europe.mayHold(candidateRegion) || Europe.mayHold(employerRegion);
        return switch (wish) {
            case OFF -> false;
            case PRACTICE -> !(european && recruitment);
            case REVIEWER -> !european;
        };
    }
}
