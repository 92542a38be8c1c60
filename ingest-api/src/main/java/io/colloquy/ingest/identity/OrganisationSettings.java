package io.colloquy.ingest.identity;

import io.colloquy.events.EmotionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an organisation decided for itself; copied into each of its sessions at the start.
 *
 * @param organisationId tenant
 * @param name display name
 * @param emotion what it asks for; regional law may still say no
 * @param faceSignals whether presence, blink and quality are read
 * @param region ISO 3166 of the employer; unknown counts as EU
 * @param providerChain evaluators to try, in order
 * @param idleTimeout inactivity after which a session expires
 */
public record OrganisationSettings(
        UUID organisationId,
        String name,
        EmotionPolicy emotion,
        boolean faceSignals,
        Optional<String> region,
        List<String> providerChain,
        Duration idleTimeout) {

    public OrganisationSettings {
        providerChain = List.copyOf(providerChain);
        if (idleTimeout.isNegative() || idleTimeout.isZero()) {
            throw new IllegalArgumentException("Expected a positive idle timeout, but got " + idleTimeout);
        }
    }

    /** The same with another chain of evaluators. */
    public OrganisationSettings scoredBy(List<String> chain) {
        return new OrganisationSettings(organisationId, name, emotion, faceSignals, region, chain, idleTimeout);
    }

    /** The defaults of a new organisation: no emotion readings, built-in rubric, sessions expire after 30 minutes. */
    public static OrganisationSettings defaults(UUID organisationId, String name) {
        return new OrganisationSettings(
                organisationId,
                name,
                EmotionPolicy.OFF,
                true,
                Optional.empty(),
                List.of("built-in-rubric"),
                Duration.ofMinutes(30));
    }
}
