package io.colloquy.ingest.sessions;

import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.schemas.live.SessionSnapshot;
import java.util.Optional;

/** What a session is to somebody. */
public enum Standing {
    /** Their own: they are the candidate in it. */
    OWN,
    /** Another's, in the organisation that they work for. */
    STAFF,
    /** None of their business. */
    NONE;

    /**
     * Pure.
     *
     * @param snapshot absent while the session is not there yet
     * @param starter who asked for it to be started, as {@link #starter} writes it; absent when nobody did lately
     */
    public static Standing of(Principal principal, Optional<SessionSnapshot> snapshot, Optional<String> starter) {
        return snapshot.map(it -> ofKnown(principal, it))
                .orElseGet(() -> starter.filter(starter(principal)::equals).isPresent() ? OWN : NONE);
    }

    /** Somebody as the starter of a session. */
    public static String starter(Principal principal) {
        return principal.organisationId() + "/" + principal.userId();
    }

    private static Standing ofKnown(Principal principal, SessionSnapshot snapshot) {
        if (!principal.organisationId().equals(snapshot.organisationId())) {
            return NONE;
        }
        if (principal.userId().equals(snapshot.candidateId())) {
            return OWN;
        }
        return principal.role() == Role.CANDIDATE ? NONE : STAFF;
    }
}
