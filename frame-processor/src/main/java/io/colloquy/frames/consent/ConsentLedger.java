package io.colloquy.frames.consent;

import io.colloquy.events.SessionEvent;
import io.colloquy.frames.consent.Admission.NotYetKnown;
import io.colloquy.frames.consent.Admission.Refusal;
import io.colloquy.frames.consent.Admission.Refused;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What every recent session allows, as far as its events have been read. Thread-safe: one thread writes, others ask. */
public final class ConsentLedger {
    private static final int MAX_SESSIONS = 200_000;

    private final Map<String, Permission> permissions = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Permission> eldest) {
            return size() > MAX_SESSIONS;
        }
    };

    /** Takes in an event and wakes whoever waits for it. */
    public synchronized Permission apply(SessionEvent event) {
        Permission after = ConsentRules.evolve(Optional.ofNullable(permissions.get(event.getSessionId())), event);
        permissions.put(event.getSessionId(), after);
        notifyAll();
        return after;
    }

    /**
     * Whether a frame may be looked at, waiting until its session is known as far as the frame refers to.
     *
     * @param patience how long to wait; then the answer is {@code CONSENT_UNKNOWN}
     */
    public synchronized Admission admit(String sessionId, long consentSeq, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Admission admission = known(sessionId, consentSeq);
        while (admission instanceof NotYetKnown) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return new Refused(Refusal.CONSENT_UNKNOWN);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Refused(Refusal.CONSENT_UNKNOWN);
            }
            admission = known(sessionId, consentSeq);
        }
        return admission;
    }

    private Admission known(String sessionId, long consentSeq) {
        return ConsentRules.admit(Optional.ofNullable(permissions.get(sessionId)), consentSeq);
    }
}
