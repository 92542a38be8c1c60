package io.colloquy.platform.identity;

import java.util.Optional;

/**
 * Who is calling, as their token says.
 *
 * @param userId subject
 * @param organisationId tenant
 * @param role what they may do
 * @param name display name
 * @param sessionId for guests: the only session that they may use
 * @param guestLinkId for guests: the link that they came by
 */
public record Principal(
        String userId,
        String organisationId,
        Role role,
        String name,
        Optional<String> sessionId,
        Optional<String> guestLinkId) {}
