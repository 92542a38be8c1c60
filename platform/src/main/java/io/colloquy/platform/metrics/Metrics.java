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

    /** A counter; the same one for the same metric. */
    public Counter counter(Metric metric) {
        return (Counter) collectors.computeIfAbsent(
                metric.definition().name(),
                name -> Counter.build("colloquy_" + name, metric.definition().help())
                        .labelNames(labels(metric))
                        .register(registry));
    }

    /** A gauge; the same one for the same metric. */
    public Gauge gauge(Metric metric) {
        return (Gauge) collectors.computeIfAbsent(
                metric.definition().name(),
                name -> Gauge.build("colloquy_" + name, metric.definition().help())
                        .labelNames(labels(metric))
                        .register(registry));
    }

    /** A histogram of seconds; the same one for the same metric. */
    public Histogram histogram(Metric metric) {
        return (Histogram) collectors.computeIfAbsent(
                metric.definition().name(),
                name -> Histogram.build("colloquy_" + name, metric.definition().help())
                        .labelNames(labels(metric))
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

    private static String[] labels(Metric metric) {
        return metric.definition().labels().toArray(String[]::new);
    }
}
