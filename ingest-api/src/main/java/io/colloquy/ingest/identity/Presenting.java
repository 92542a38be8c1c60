package io.colloquy.ingest.identity;

import org.jdbi.v3.core.Handle;

/** Opens single rows to whoever presents the secret that names them: policies compare with these settings. */
public final class Presenting {
    private Presenting() {}

    /** Presents the hash of a token for the rest of the transaction. */
    public static void token(Handle handle, String hash) {
        set(handle, "colloquy.presented_token", hash);
    }

    /** Sees one organisation's rows for the rest of the transaction. */
    public static void organisation(Handle handle, String organisationId) {
        set(handle, "colloquy.organisation", organisationId);
    }

    static void set(Handle handle, String name, String value) {
        handle.createQuery("select set_config(:name, :value, true)")
                .bind("name", name)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }
}
