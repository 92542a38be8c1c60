package io.colloquy.reports.history;

import io.colloquy.platform.http.Problem;
import java.time.Duration;

/** How fast a session is told again. */
final class ReplayPace {
    private static final double FASTEST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private ReplayPace() {}

    /**
     * From a request: 1 is as it happened, 10 ten times as fast, 0 without any pause.
     *
     * @throws Problem 400 when it is no such number
     */
    static double speed(String text) {
        if (text == null || text.isBlank()) {
            return 1;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed >= 0 && speed <= FASTEST) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // Answered below, as what is out of range.
        }
        throw Problem.invalidRequest(
                "Expected speed to be a number from 0 to %.0f, but it is '%s'".formatted(FASTEST, text));
    }

    /** How long to wait before an event; nobody waits longer than half a minute for a pause to end. */
    static Duration between(DecodedEvent before, DecodedEvent event, double speed) {
        if (speed == 0 || before == null || before.event() == null || event.event() == null) {
            return Duration.ZERO;
        }
        long millis = Duration.between(
                        before.event().getOccurredAt(), event.event().getOccurredAt())
                .toMillis();
        long scaled = Math.round(Math.max(0, millis) / speed);
        return scaled > LONGEST.toMillis() ? LONGEST : Duration.ofMillis(scaled);
    }
}
