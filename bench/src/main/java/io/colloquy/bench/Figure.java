package io.colloquy.bench;

import java.util.Optional;

/** One line of a row's table. */
public record Figure(String name, String unit, Spread spread, Optional<Goal> goal) {

    static Figure of(String name, String unit, Spread spread) {
        return new Figure(name, unit, spread, Optional.empty());
    }

    static Figure of(String name, String unit, Spread spread, Goal goal) {
        return new Figure(name, unit, spread, Optional.of(goal));
    }

    /** Judged by the median; empty where there is no goal. */
    Optional<Boolean> met() {
        return goal.map(it -> it.met(spread.median()));
    }
}
