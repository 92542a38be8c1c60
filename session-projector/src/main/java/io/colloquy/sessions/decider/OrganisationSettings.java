package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation asks for; the law may still say no.
 *
 * @param emotion wished for
 * @param faceSignals whether presence, blink and quality readings are made
 * @param region ISO 3166 of the employer
 * @param providerChain evaluators to try, in order; empty means the built-in one
 * @param idleTimeout inactivity after which a session expires; zero or less means the default
 * @param planningChain planners to try, in order; the bank comes last whatever it says
 * @param defaultBank which of its banks plans come from unless a start names another; empty means the built-in one
 * @param bank what is known of the bank that the session at hand is to be planned from
 */
public record OrganisationSettings(
        Policy.Emotion emotion,
        boolean faceSignals,
        Optional<String> region,
        List<String> providerChain,
        Duration idleTimeout,
        List<String> planningChain,
        Optional<String> defaultBank,
        Optional<OrganisationBank> bank) {
    static final String BUILT_IN_EVALUATOR = "built-in-rubric";
    private static final List<String> BUILT_IN = List.of(BUILT_IN_EVALUATOR);
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);

    /** Of an organisation that never said anything. */
    public static final OrganisationSettings DEFAULT =
            new OrganisationSettings(Policy.Emotion.OFF, true, Optional.empty(), BUILT_IN, IDLE_TIMEOUT);

    public OrganisationSettings {
        providerChain = providerChain.isEmpty() ? BUILT_IN : List.copyOf(providerChain);
        idleTimeout = idleTimeout.isPositive() ? idleTimeout : IDLE_TIMEOUT;
        planningChain = List.copyOf(planningChain);
    }

    /** Without banks of its own, planned from the built-in one. */
    public OrganisationSettings(
            Policy.Emotion emotion,
            boolean faceSignals,
            Optional<String> region,
            List<String> providerChain,
            Duration idleTimeout) {
        this(emotion, faceSignals, region, providerChain, idleTimeout, List.of(), Optional.empty(), Optional.empty());
    }

    /** The same with what is known of a bank. */
    public OrganisationSettings knowing(OrganisationBank known) {
        return new OrganisationSettings(
                emotion,
                faceSignals,
                region,
                providerChain,
                idleTimeout,
                planningChain,
                defaultBank,
                Optional.of(known));
    }

    /** The bank to plan from: the one asked for, else the default; empty means the built-in one. */
    public Optional<String> bankFor(Optional<String> asked) {
        return asked.or(this::defaultBank).filter(id -> !id.equals(OrganisationBank.BUILT_IN));
    }
}
