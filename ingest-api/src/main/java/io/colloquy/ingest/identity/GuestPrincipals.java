package io.colloquy.ingest.identity;

import io.colloquy.platform.identity.Principal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Who a guest is now: asked at each refresh, because a guest has no account. */
@FunctionalInterface
public interface GuestPrincipals {
    /**
     * The guest who came by a link; empty when the link is gone. The handle is within the link's organisation; who it is is to be
     * asked after the transaction, because that may need a connection of its own.
     */
    Optional<Supplier<Principal>> of(Handle handle, UUID linkId);
}
