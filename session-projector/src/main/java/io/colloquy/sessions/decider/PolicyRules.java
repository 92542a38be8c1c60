package io.colloquy.sessions.decider;

import io.colloquy.platform.regions.Europe;
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
     * The policy of one session. What the start says of the employer's region can only forbid: allowing takes the
     * organisation's own, or whoever starts a session could move its employer out of Europe.
     *
     * @param employerRegion as the start said; else the organisation's own
     */
    public static Policy resolve(
            OrganisationSettings settings,
            boolean recruitment,
            Optional<String> candidateRegion,
            Optional<String> employerRegion) {
        Optional<String> employer = employerRegion.or(settings::region);
        boolean protectedRegion =
                Europe.mayHold(candidateRegion) || Europe.mayHold(employer) || Europe.mayHold(settings.region());
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
