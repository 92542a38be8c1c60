package io.colloquy.frames.policy;

import io.colloquy.events.EmotionPolicy;
import java.util.Optional;

/**
 * What an organisation asks for outside of any session; the law may still say no.
 *
 * @param emotion who is to see expressions
 * @param faceSignals whether faces, eyes and quality are read
 * @param region ISO 3166 of the employer; unknown counts as EU
 */
public record OrganisationSetting(EmotionPolicy emotion, boolean faceSignals, Optional<String> region) {
    /** Of an organisation that never said anything, or that said what cannot be read. */
    public static final OrganisationSetting DEFAULT =
            new OrganisationSetting(EmotionPolicy.OFF, true, Optional.empty());
}
