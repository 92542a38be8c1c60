package io.colloquy.ingest.identity;

import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * A user as kept.
 *
 * @param passwordHash encoded, with salt and parameters
 * @param active false once they may not sign in any more
 */
record Account(UUID userId, UUID organisationId, String name, Role role, String passwordHash, boolean active) {

    Principal principal() {
        return new Principal(
                userId.toString(), organisationId.toString(), role, name, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Account[" + userId + "]";
    }
}
