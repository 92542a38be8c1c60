package io.colloquy.frames.consent;

import io.colloquy.events.ConsentGiven;
import io.colloquy.events.ConsentWithdrawn;
import io.colloquy.events.Policy;
import io.colloquy.events.SessionErased;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import io.colloquy.frames.consent.Admission.Admitted;
import io.colloquy.frames.consent.Admission.NotYetKnown;
import io.colloquy.frames.consent.Admission.Refusal;
import io.colloquy.frames.consent.Admission.Refused;
import io.colloquy.frames.policy.EmotionLaw;
import java.util.Optional;

/** The rules of consent and policy, as pure functions. */
public final class ConsentRules {
    private static final Permission NOTHING_KNOWN = new Permission(0, false, false, 0, false);

    private ConsentRules() {}

    /** What the session allows after an event; events that were folded in already change nothing. */
    public static Permission evolve(Optional<Permission> before, SessionEvent event) {
        Permission permission = before.orElse(NOTHING_KNOWN);
        long seq = event.getSeq();
        if (seq <= permission.seq()) {
            return permission;
        }
        return switch (event.getPayload()) {
            case SessionStarted started
            when permission.seq() == 0 ->
                new Permission(
                        seq, lawful(started.getPolicy()), started.getPolicy().getFaceSignals(), 0, false);
            case ConsentGiven given -> permission.consented(seq, given.getVideo());
            case ConsentWithdrawn withdrawn -> permission.consented(seq, false);
            case SessionErased erased -> permission.erasedAt(seq);
            default -> permission.at(seq);
        };
    }

    /**
     * Whether a frame may be looked at.
     *
     * @param permission what is known of its session
     * @param consentSeq the consent that ingest saw in force when it took the frame
     */
    public static Admission admit(Optional<Permission> permission, long consentSeq) {
        if (permission.isEmpty() || permission.get().seq() < consentSeq) {
            return new NotYetKnown();
        }
        Permission known = permission.get();
        if (known.erased()) {
            return new Refused(Refusal.ERASED);
        }
        if (consentSeq <= 0 || known.consentSeq() != consentSeq) {
            return new Refused(Refusal.NO_CONSENT);
        }
        if (!known.emotion() && !known.faceSignals()) {
            return new Refused(Refusal.POLICY_OFF);
        }
        return new Admitted(known.emotion(), known.faceSignals());
    }

    /** The decider resolved it by the same law; whatever else may have written the event, no emotion is read against it. */
    private static boolean lawful(Policy policy) {
        return EmotionLaw.allows(
                policy.getEmotion(),
                policy.getRecruitment(),
                Optional.ofNullable(policy.getCandidateRegion()),
                Optional.ofNullable(policy.getEmployerRegion()));
    }
}
