package io.colloquy.ingest.identity;

import io.colloquy.events.EmotionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
 * @param chains providers to try, in order, by capability: planning, embeddings, transcription, speech
 * @param defaultBank which of its question banks plans come from; empty means the built-in one
 */
public record OrganisationSettings(
        UUID organisationId,
        String name,
        EmotionPolicy emotion,
        boolean faceSignals,
        Optional<String> region,
        List<String> providerChain,
        Duration idleTimeout,
        Map<String, List<String>> chains,
        Optional<String> defaultBank) {

    public OrganisationSettings {
        providerChain = List.copyOf(providerChain);
        chains = chains.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, chain -> List.copyOf(chain.getValue())));
        if (idleTimeout.isNegative() || idleTimeout.isZero()) {
            throw new IllegalArgumentException("Expected a positive idle timeout, but got " + idleTimeout);
        }
    }

    /** Without chains for other capabilities, planned from the built-in bank. */
    public OrganisationSettings(
            UUID organisationId,
            String name,
            EmotionPolicy emotion,
            boolean faceSignals,
            Optional<String> region,
            List<String> providerChain,
            Duration idleTimeout) {
        this(
                organisationId,
                name,
                emotion,
                faceSignals,
                region,
                providerChain,
                idleTimeout,
                Map.of(),
                Optional.empty());
    }

    /** The same with another chain of evaluators. */
    public OrganisationSettings scoredBy(List<String> chain) {
        return new OrganisationSettings(
                organisationId, name, emotion, faceSignals, region, chain, idleTimeout, chains, defaultBank);
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
