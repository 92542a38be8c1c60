package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Rubric;
import java.time.Duration;
import java.util.List;

/** What was resolved at the start and governs the session until it is settled. */
public record Setup(String jobTitle, String language, Rubric rubric, List<String> providerChain, Duration idleTimeout) {
    public Setup {
        providerChain = List.copyOf(providerChain);
    }
}
