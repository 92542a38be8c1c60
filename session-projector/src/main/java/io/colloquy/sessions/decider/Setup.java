package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Rubric;
import java.time.Duration;
import java.util.List;

/**
 * What was resolved at the start and governs the session until it is settled.
 *
 * @param questionCount to be asked, of however many are planned; 0 in sessions from before plans had reserves, where all are
 * @param adaptive whether the next question follows from how the answers went
 */
public record Setup(
        String jobTitle,
        String language,
        Rubric rubric,
        List<String> providerChain,
        Duration idleTimeout,
        int questionCount,
        boolean adaptive) {
    public Setup {
        providerChain = List.copyOf(providerChain);
    }
}
