package io.colloquy.ingest.identity;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.identity.Role;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who shall be able to sign in.
 *
 * @param userId stable id
 * @param organisationId tenant
 * @param email sign-in name, lower case
 * @param name display name
 * @param role what they may do
 * @param password plain; only its hash is kept
 */
public record NewUser(UUID userId, UUID organisationId, String email, String name, Role role, Secret password) {
    public NewUser {
        email = email.strip().toLowerCase(Locale.ROOT);
    }
}
