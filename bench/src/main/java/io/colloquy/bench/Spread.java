package io.colloquy.bench;

import java.util.Collections;
import java.util.List;

/** The same figure found several times. */
public record Spread(List<Double> values) {

    public Spread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one value, but got none");
        }
    }

    static Spread of(double value) {
        return new Spread(List.of(value));
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double min() {
        return Collections.min(values);
    }

    public double max() {
        return Collections.max(values);
    }
}
