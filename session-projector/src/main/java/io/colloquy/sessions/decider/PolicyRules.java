package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Policy;
import io.colloquy.sessions.events.Policy.Emotion;
import java.util.Optional;

/**
 * What regional law leaves of an organisation's settings. AI Act, Art. 5(1)(f): no inference of emotions at the workplace, in
 * the EU and EEA, by the candidate's or the employer's region.
 */
public final class PolicyRules {
    private PolicyRules() {}

    /**
     * The policy of one session.
     *
     * @param employerRegion as the start said; else the organisation's own
     */
    public static Policy resolve(
            OrganisationSettings settings,
            boolean recruitment,
            Optional<String> candidateRegion,
            Optional<String> employerRegion) {
        Optional<String> employer = employerRegion.or(settings::region);
        boolean protectedRegion = Regions.mayBeInEurope(candidateRegion)
                || Regions.mayBeInEurope(employer)
                || (settings.region().isPresent() && Regions.mayBeInEurope(settings.region()));
        return new Policy(
                effective(settings.emotion(), protectedRegion, recruitment),
                settings.emotion(),
                settings.faceSignals(),
                recruitment,
                candidateRegion,
                employer);
    }

    private static Emotion effective(Emotion asked, boolean protectedRegion, boolean recruitment) {
        return switch (asked) {
            case OFF -> Emotion.OFF;
            case PRACTICE -> protectedRegion && recruitment ? Emotion.OFF : Emotion.PRACTICE;
            case REVIEWER -> protectedRegion ? Emotion.OFF : Emotion.REVIEWER;
        };
    }
}
