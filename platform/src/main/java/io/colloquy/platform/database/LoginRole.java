package io.colloquy.platform.database;

import java.util.Locale;

/** The login roles that migrations make, one for each service; they own nothing and bypass nothing. */
public enum LoginRole {
    INGEST,
    FRAMES,
    EVALUATOR,
    PROJECTOR,
    REPORT;

    /** As Postgres knows it, for example {@code colloquy_ingest}. */
    public String roleName() {
        return "colloquy_" + name().toLowerCase(Locale.ROOT);
    }

    /** The variable that sets its password when migrations run, for example {@code COLLOQUY_ROLE_PASSWORD_INGEST}. */
    public String passwordVariable() {
        return "COLLOQUY_ROLE_PASSWORD_" + name();
    }
}
