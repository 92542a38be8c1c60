package io.colloquy.evaluator.providers;

import java.time.Clock;
import java.time.LocalDate;

/** Tokens that may be spent a day (UTC). What a call may cost is set aside before it and settled after. Thread-safe. */
final class TokenBudget {
    private final long perDay;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private long spent;

    /**
     * Of one process; a restart forgets what was spent.
     *
     * @param perDay 0 for no limit
     */
    TokenBudget(long perDay, Clock clock) {
        this.perDay = perDay;
        this.clock = clock;
    }

    /** Sets tokens aside; false when there are not enough left today. */
    synchronized boolean setAside(long tokens) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            spent = 0;
        }
        if (perDay > 0 && spent + tokens > perDay) {
            return false;
        }
        spent += tokens;
        return true;
    }

    /** Replaces what was set aside by what was used. */
    synchronized void settle(long setAside, long used) {
        spent = Math.max(0, spent - setAside + used);
    }
}
