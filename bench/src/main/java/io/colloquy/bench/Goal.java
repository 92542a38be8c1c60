package io.colloquy.bench;

/**
 * What a figure should reach.
 *
 * @param atLeast whether more is better
 */
public record Goal(boolean atLeast, double bound) {

    static Goal atLeast(double bound) {
        return new Goal(true, bound);
    }

    static Goal atMost(double bound) {
        return new Goal(false, bound);
    }

    boolean met(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    String describe() {
        return (atLeast ? "≥ " : "≤ ") + bound;
    }
}
