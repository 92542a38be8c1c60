package io.colloquy.evaluator.providers;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Units of a capability (tokens, seconds of audio, characters) that may be spent a day (UTC). What a call may cost is set aside
 * before it and settled after. Thread-safe.
 */
final class DailyBudget {
    private final long perDay;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private long spent;

    /**
     * Of one process; a restart forgets what was spent.
     *
     * @param perDay 0 for no limit
     */
    DailyBudget(long perDay, Clock clock) {
        this.perDay = perDay;
        this.clock = clock;
    }

    /** Sets units aside; false when there are not enough left today. */
    synchronized boolean setAside(long units) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            spent = 0;
        }
        if (perDay > 0 && spent + units > perDay) {
            return false;
        }
        spent += units;
        return true;
    }

    /** Replaces what was set aside by what was used. */
    synchronized void settle(long setAside, long used) {
        spent = Math.max(0, spent - setAside + used);
    }
}
