package io.colloquy.ingest.identity;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Body of {@code PUT /api/v1/organisation}: all settings at once, so that nothing is kept by accident.
 *
 * @param emotion OFF, PRACTICE or REVIEWER
 * @param region ISO 3166 of the employer; null is unknown
 * @param providerChain evaluators to try, in order
 * @param chains providers to try, in order, by capability
 * @param defaultBank id of a question bank; null is the built-in one
 */
record SettingsChange(
        String name,
        String emotion,
        Boolean faceSignals,
        String region,
        List<String> providerChain,
        Map<String, List<String>> chains,
        String defaultBank,
        Integer idleTimeoutSeconds) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CHAIN = 10;
    private static final int SHORTEST_TIMEOUT = 60;
    private static final int LONGEST_TIMEOUT = 7 * 24 * 3600;
    private static final String BUILT_IN = "built-in";
    private static final List<String> CAPABILITIES = List.of("planning", "embeddings", "transcription", "speech");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern BANK = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern REGION = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * The settings of an organisation.
     *
     * @throws Problem 400 with every offence at once
     */
    OrganisationSettings of(UUID organisationId) {
        List<String> offences = offences();
        if (!offences.isEmpty()) {
            throw Problem.invalidRequest(String.join("; ", offences)).with("offences", offences);
        }
        return new OrganisationSettings(
                organisationId,
                name.strip(),
                EmotionPolicy.valueOf(emotion),
                faceSignals,
                Optional.ofNullable(region),
                providerChain,
                Duration.ofSeconds(idleTimeoutSeconds),
                chainsOrNone(),
                Optional.ofNullable(defaultBank));
    }

    private Map<String, List<String>> chainsOrNone() {
        return chains == null ? Map.of() : chains;
    }

    private List<String> offences() {
        List<String> offences = new ArrayList<>();
        check(
                offences,
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                "name of 1 to 200 characters");
        check(
                offences,
                Arrays.stream(EmotionPolicy.values()).anyMatch(it -> it.name().equals(emotion)),
                "emotion OFF, PRACTICE or REVIEWER");
        check(offences, faceSignals != null, "face_signals true or false");
        check(offences, region == null || isRegion(region), "region null or an assigned ISO 3166 code");
        check(
                offences,
                idleTimeoutSeconds != null
                        && idleTimeoutSeconds >= SHORTEST_TIMEOUT
                        && idleTimeoutSeconds <= LONGEST_TIMEOUT,
                "idle_timeout_seconds from 60 to 604800");
        check(
                offences,
                defaultBank == null || (BANK.matcher(defaultBank).matches() && !defaultBank.startsWith(BUILT_IN)),
                "default_bank null or the id of a bank of the organisation's own");
        checkChain(offences, "provider_chain", providerChain);
        check(offences, providerChain == null || !providerChain.isEmpty(), "provider_chain of at least one name");
        chainsOrNone().forEach((capability, chain) -> {
            check(offences, CAPABILITIES.contains(capability), "chains for " + CAPABILITIES + " only");
            if (CAPABILITIES.contains(capability)) {
                checkChain(offences, "chains." + capability, chain);
            }
        });
        return offences;
    }

    private static void checkChain(List<String> offences, String what, List<String> chain) {
        boolean sound = chain != null
                && chain.size() <= LONGEST_CHAIN
                && chain.stream()
                        .allMatch(name -> name != null && PROVIDER.matcher(name).matches())
                && new HashSet<>(chain).size() == chain.size();
        check(offences, sound, what + " of at most 10 different names of lower-case letters, digits and hyphens");
    }

    private static boolean isRegion(String region) {
        return REGION.matcher(region).matches() && COUNTRIES.contains(region.substring(0, 2));
    }

    private static void check(List<String> offences, boolean holds, String expected) {
        if (!holds) {
            offences.add("Expected " + expected + ", but it is not");
        }
    }
}
