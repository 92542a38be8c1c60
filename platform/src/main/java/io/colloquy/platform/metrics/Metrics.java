package io.colloquy.platform.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A service's metrics, in a registry of its own. Thread-safe. */
public final class Metrics {
    private static final double[] SECONDS = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final CollectorRegistry registry = new CollectorRegistry();
    private final Map<String, Collector> collectors = new ConcurrentHashMap<>();

    /** Starts with the JVM's own metrics. */
    public Metrics() {
        DefaultExports.register(registry);
    }

    /** A counter; the same one for the same definition. */
    public Counter counter(MetricDefinition definition) {
        return (Counter) collectors.computeIfAbsent(
                definition.metricName(),
                name -> Counter.build("colloquy_" + name, definition.help())
                        .labelNames(labels(definition))
                        .register(registry));
    }

    /** A gauge; the same one for the same definition. */
    public Gauge gauge(MetricDefinition definition) {
        return (Gauge) collectors.computeIfAbsent(
                definition.metricName(),
                name -> Gauge.build("colloquy_" + name, definition.help())
                        .labelNames(labels(definition))
                        .register(registry));
    }

    /** A histogram of seconds; the same one for the same definition. */
    public Histogram histogram(MetricDefinition definition) {
        return (Histogram) collectors.computeIfAbsent(
                definition.metricName(),
                name -> Histogram.build("colloquy_" + name, definition.help())
                        .labelNames(labels(definition))
                        .buckets(SECONDS)
                        .register(registry));
    }

    /** Adds a collector that computes its samples when asked. */
    public void register(Collector collector) {
        registry.register(collector);
    }

    /** Everything in Prometheus text format 0.0.4. */
    public String scrape() {
        StringWriter text = new StringWriter();
        try {
            TextFormat.write004(text, registry.metricFamilySamples());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String[] labels(MetricDefinition definition) {
        return definition.labels().toArray(String[]::new);
    }
}
