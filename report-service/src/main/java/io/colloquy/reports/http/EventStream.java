package io.colloquy.reports.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One reader's stream of server-sent events. For one thread. Every method throws UncheckedIOException once they left. */
public final class EventStream {
    private static final long HEARTBEAT_MS = 10_000;

    private final OutputStream output;
    private final CountDownLatch stopping;

    EventStream(OutputStream output, CountDownLatch stopping) {
        this.output = output;
        this.stopping = stopping;
    }

    /**
     * Sends an event.
     *
     * @param id what a reader that comes back will name as the last one it got; null for none
     * @param data one line
     */
    public void send(String id, String event, String data) {
        write((id == null ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Keeps the connection open; readers ignore it. */
    public void comment(String text) {
        write(": " + text + "\n\n");
    }

    /**
     * Waits, with a sign of life every ten seconds.
     *
     * @return false when the service stops and the stream has to end
     */
    public boolean pause(Duration duration) {
        long left = duration.toMillis();
        while (left > HEARTBEAT_MS) {
            if (stopped(HEARTBEAT_MS)) {
                return false;
            }
            comment("still here");
            left -= HEARTBEAT_MS;
        }
        return !stopped(left);
    }

    private boolean stopped(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void write(String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
