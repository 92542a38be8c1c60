package io.colloquy.platform.kafka;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.registry.RegistryUnavailableException;
import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Streams application with our settings, readiness, lag metric and the fate of failures: what may pass (a registry or
 * broker that is away) is tried again on a new thread after a pause; a bug or a newer contract stops the application and
 * reports to the given handler.
 */
public final class StreamsApplication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApplication.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final long RETRY_PAUSE_MS = 1_000;

    private final String service;
    private final KafkaStreams streams;

    /**
     * Prepares the application; {@link #start()} starts it.
     *
     * @param onFatal told about a failure after which the application has stopped for good
     */
    public StreamsApplication(
            StreamsSettings settings,
            KafkaConfig kafka,
            Topology topology,
            Health health,
            Metrics metrics,
            Consumer<Throwable> onFatal) {
        this.service = settings.service();
        this.streams = new KafkaStreams(topology, settings.properties(kafka));
        streams.setUncaughtExceptionHandler(error -> fate(error, onFatal));
        health.register("streams-" + service, () -> streams.state() == KafkaStreams.State.RUNNING);
        metrics.register(new LagCollector());
    }

    /** Starts the stream threads; readiness follows when partitions are assigned and stores restored. */
    public void start() {
        streams.start();
    }

    /** Whether records are being processed. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Finishes what is in hand, commits, and leaves the group, so that another instance takes over at once. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
    }

    private StreamThreadExceptionResponse fate(Throwable error, Consumer<Throwable> onFatal) {
        if (mayPass(error)) {
            LOG.atWarn().addKeyValue("service", service).setCause(error).log("a stream thread is tried again");
            pause();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.atError().addKeyValue("service", service).setCause(error).log("the stream has stopped");
        onFatal.accept(error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records that wait to be read, over all partitions of this instance. */
    private final class LagCollector extends Collector {
        @Override
        public List<MetricFamilySamples> collect() {
            double lag = 0;
            for (Map.Entry<MetricName, ? extends Metric> metric :
                    streams.metrics().entrySet()) {
                if (metric.getKey().name().equals("records-lag")
                        && metric.getValue().metricValue() instanceof Double value
                        && !value.isNaN()) {
                    lag += value;
                }
            }
            return List.of(new GaugeMetricFamily(
                            "colloquy_stream_lag_records", "Records waiting to be processed", List.of("service"))
                    .addMetric(List.of(service), lag));
        }
    }
}
