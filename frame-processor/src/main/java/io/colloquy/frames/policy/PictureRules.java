package io.colloquy.frames.policy;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.platform.identity.Role;
import java.util.Optional;

/**
 * Whether somebody may have the expressions of a picture read that belongs to no session. Pure.
 *
 * <p>{@code OFF}: nobody. {@code PRACTICE}: candidates with an account, who alone get the answer, as in a practice session;
 * not staff, whose picture may be anybody's, and not guests, who are here for one interview. {@code REVIEWER}: whoever is
 * signed in, but only where neither the organisation nor the person in the picture may be in the EU or the EEA.
 */
public final class PictureRules {
    private PictureRules() {}

    /**
     * Who asks, and about whom.
     *
     * @param guest whether they are here for one interview alone
     * @param region ISO 3166 of the person in the picture, as the caller says; unknown counts as EU
     */
    public record Asking(Role role, boolean guest, Optional<String> region) {}

    /** Why not; empty when they may. Reads "Expected …, but …". */
    public static Optional<String> refusal(OrganisationSetting setting, Asking asking) {
        if (asking.guest()) {
            return Optional.of("Expected an account, but guests are here for one interview alone");
        }
        return switch (setting.emotion()) {
            case OFF ->
                Optional.of("Expected an organisation that wants expressions read, but its emotion policy is OFF");
            case PRACTICE ->
                asking.role() == Role.CANDIDATE
                        ? Optional.empty()
                        : Optional.of("Expected a candidate, who alone sees expressions under the emotion policy"
                                + " PRACTICE, but the caller is "
                                + asking.role().wireName());
            case REVIEWER ->
                EmotionLaw.allows(EmotionPolicy.REVIEWER, true, asking.region(), setting.region())
                        ? Optional.empty()
                        : Optional.of("Expected an organisation and a person outside the EU and the EEA, as the emotion"
                                + " policy REVIEWER needs there, but the region of one is European or unknown");
        };
    }
}
