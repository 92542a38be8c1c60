package io.colloquy.sessions.projection;

import io.colloquy.platform.ids.Ids;

/** Checks what the stores take for granted. */
public final class Identifiers {
    private Identifiers() {}

    /**
     * Session and organisation are UUIDs.
     *
     * @throws IllegalArgumentException when one is not
     */
    public static void require(String sessionId, String organisationId) {
        requireUuid("session_id", sessionId);
        requireUuid("organisation_id", organisationId);
    }

    /**
     * A field is a UUID.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static void requireUuid(String field, String value) {
        if (!Ids.isUuid(value)) {
            throw new IllegalArgumentException("Expected %s to be a UUID, but it is not".formatted(field));
        }
    }
}
