package io.colloquy.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One stream of frames over the public socket, as a page sends it: a frame at a time at the camera's pace, at most a window
 * of unsettled ones, none queued; after a lost connection a new ticket, and what was not settled is sent again.
 */
public final class FrameStream implements AutoCloseable {
    private static final int WINDOW = 16;
    private static final long DRAIN_MS = 20_000;

    private final HttpClient http;
    private final Target target;
    private final String sessionId;
    private final Supplier<String> tickets;
    private final Frames frames;
    private final double framesPerSecond;
    private final Latencies ackLatencies;
    private final Consumer<JsonNode> pushes;
    private final UUID stream = UUID.randomUUID();
    private final TreeMap<Long, Sent> unsettled = new TreeMap<>();
    private final TreeMap<Long, String> refused = new TreeMap<>();
    private final Thread thread;
    private long next;
    private long settled = -1;
    private long captured;
    private boolean connected;
    private volatile boolean closing;
    private volatile RuntimeException failure;

    private record Sent(FrameMessage message, long nanos) {}

    /**
     * Prepares a stream; {@link #start()} starts it.
     *
     * @param tickets gets a fresh socket ticket
     * @param pushes gets every message of the server that is no acknowledgement
     */
    public FrameStream(
            HttpClient http,
            Target target,
            String sessionId,
            Supplier<String> tickets,
            Frames frames,
            double framesPerSecond,
            Latencies ackLatencies,
            Consumer<JsonNode> pushes) {
        this.http = http;
        this.target = target;
        this.sessionId = sessionId;
        this.tickets = tickets;
        this.frames = frames;
        this.framesPerSecond = framesPerSecond;
        this.ackLatencies = ackLatencies;
        this.pushes = pushes;
        this.thread = Thread.ofPlatform().name("demo-frames").daemon().unstarted(this::run);
    }

    /** Starts streaming. */
    public void start() {
        thread.start();
    }

    /** Frames sent so far, each counted once. */
    public synchronized long sent() {
        return next;
    }

    /** Frames that the server took, by its acknowledgements. */
    public synchronized long acknowledged() {
        return settled + 1 - refused.size();
    }

    /** Why frames were refused, by seq. */
    public synchronized Map<Long, String> refusals() {
        return Map.copyOf(refused);
    }

    /** The journal: seqs that the server said it has, in order. */
    public synchronized List<Long> acknowledgedSeqs() {
        List<Long> seqs = new ArrayList<>();
        for (long seq = 0; seq <= settled; seq++) {
            if (!refused.containsKey(seq)) {
                seqs.add(seq);
            }
        }
        return seqs;
    }

    /** The page load's id. */
    public String streamId() {
        return stream.toString();
    }

    /** Sends no more, waits until everything sent is settled, and closes the socket. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(DRAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void run() {
        long deadline = Long.MAX_VALUE;
        try {
            while (System.nanoTime() < deadline && !(closing && drained())) {
                converse();
                if (closing && deadline == Long.MAX_VALUE) {
                    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MS);
                }
            }
        } catch (DemoException e) {
            failure = e;
        }
    }

    /** One connection, from its ticket to its end. */
    private void converse() {
        WebSocket socket;
        try {
            socket = http.newWebSocketBuilder()
                    .header("Origin", target.ingest().toString())
                    .buildAsync(target.socket(sessionId, tickets.get()), new Listener())
                    .join();
            socket.sendText("{\"type\":\"hello\",\"stream\":\"" + stream + "\"}", true)
                    .join();
        } catch (CompletionException e) {
            PublicApi.pause();
            return;
        }
        try {
            if (!awaitWelcome()) {
                return;
            }
            resend(socket);
            stream(socket);
        } catch (CompletionException e) {
            PublicApi.pause();
        } finally {
            disconnected();
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> null);
        }
    }

    private void stream(WebSocket socket) {
        long period = (long) (1e9 / framesPerSecond);
        long due = System.nanoTime();
        while (isConnected() && !(closing && drained())) {
            due = Math.max(due + period, System.nanoTime() - period);
            sleepUntil(due);
            if (!closing) {
                offer(socket);
            }
        }
    }

    private void offer(WebSocket socket) {
        FrameMessage message;
        synchronized (this) {
            long number = captured++;
            if (unsettled.size() >= WINDOW) {
                return;
            }
            message = new FrameMessage(stream, next++, Instant.now(), frames.jpeg(number));
            unsettled.put(message.seq(), new Sent(message, System.nanoTime()));
        }
        socket.sendBinary(message.bytes(), true).join();
    }

    private void resend(WebSocket socket) {
        List<ByteBuffer> again;
        synchronized (this) {
            again = unsettled.values().stream()
                    .map(sent -> sent.message().bytes())
                    .toList();
        }
        again.forEach(bytes -> socket.sendBinary(bytes, true).join());
    }

    private synchronized boolean drained() {
        return unsettled.isEmpty();
    }

    private synchronized boolean isConnected() {
        return connected;
    }

    private synchronized void disconnected() {
        connected = false;
        notifyAll();
    }

    private synchronized boolean awaitWelcome() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!connected && System.nanoTime() < deadline) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoException("Expected a welcome, but was interrupted", e);
            }
        }
        return connected;
    }

    private void receive(JsonNode message) {
        switch (message.path("type").asText()) {
            case "welcome" -> welcome(message.path("settled").asLong());
            case "ack" -> acknowledge(message);
            default -> pushes.accept(message);
        }
    }

    private synchronized void welcome(long alreadySettled) {
        settle(alreadySettled);
        connected = true;
        notifyAll();
    }

    private synchronized void acknowledge(JsonNode message) {
        for (JsonNode refusal : message.path("refused")) {
            refused.put(refusal.path("seq").asLong(), refusal.path("reason").asText());
        }
        settle(message.path("seq").asLong());
    }

    private void settle(long seq) {
        settled = Math.max(settled, seq);
        Iterator<Map.Entry<Long, Sent>> below =
                unsettled.headMap(settled, true).entrySet().iterator();
        while (below.hasNext()) {
            ackLatencies.add(System.nanoTime() - below.next().getValue().nanos());
            below.remove();
        }
        notifyAll();
    }

    private static void sleepUntil(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanoTime - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Expected to stream, but was interrupted", e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    receive(Json.MAPPER.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    failure = new DemoException("Expected JSON over the socket, but got something else", e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            disconnected();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            disconnected();
        }
    }
}
