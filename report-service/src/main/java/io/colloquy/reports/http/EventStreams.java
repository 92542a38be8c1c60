package io.colloquy.reports.http;

import io.colloquy.platform.metrics.Metrics;
import io.colloquy.reports.ReportMetric;
import io.javalin.http.Context;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Server-sent events, each stream on the request's own virtual thread. Closing ends them all, so that a stop does not wait
 * for readers.
 */
public final class EventStreams implements AutoCloseable {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();

    /** Answers a request with a stream; returns when the body is done, the reader is gone or the service stops. */
    public void run(Context context, Consumer<EventStream> body) throws IOException {
        var response = context.res();
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        open.incrementAndGet();
        try {
            EventStream stream = new EventStream(response.getOutputStream(), stopping);
            stream.comment("open");
            body.accept(stream);
        } catch (UncheckedIOException e) {
            // The reader has gone: nothing is left to say, and nobody to say it to.
        } finally {
            open.decrementAndGet();
        }
    }

    /** Shows how many have a reader. */
    public void reportTo(Metrics metrics) {
        metrics.gauge(ReportMetric.STREAMS).setChild(new Gauge.Child() {
            @Override
            public double get() {
                return open.get();
            }
        });
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
