package io.colloquy.platform.identity;

import java.util.Locale;

/** What a user may do. */
public enum Role {
    /** Takes interviews; sees their own sessions only. */
    CANDIDATE,
    /** Invites, watches, reads and overrides within the organisation. */
    INTERVIEWER,
    /** Reads within the organisation. */
    ANALYST,
    /** Everything within the organisation. */
    ADMIN;

    /** As written in tokens and JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * From its name in a token.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static Role ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
