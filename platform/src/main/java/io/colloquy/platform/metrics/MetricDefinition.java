package io.colloquy.platform.metrics;

import java.util.List;

/**
 * A metric's name and documentation.
 *
 * @param name in Prometheus, without the {@code colloquy_} prefix
 * @param help what it counts, with its unit
 * @param labels names, in order
 */
public record MetricDefinition(String name, String help, List<String> labels) {

    /** With its labels as words. */
    public static MetricDefinition of(String name, String help, String... labels) {
        return new MetricDefinition(name, help, List.of(labels));
    }
}
