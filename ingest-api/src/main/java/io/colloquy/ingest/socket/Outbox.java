package io.colloquy.ingest.socket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;

/**
 * What waits to be sent to one reader: one message at a time is on its way, and of each kind only the latest waits.
 * Acknowledgements merge, so that no refusal is lost. Thread-safe; never blocks.
 */
public final class Outbox {
    private final Wire wire;
    private final LinkedHashMap<String, ServerMessage> waiting = new LinkedHashMap<>();
    private long busySince;
    private boolean busy;

    /** Sends one text and says later whether it went out. */
    @FunctionalInterface
    public interface Wire {
        /** Must not block; calls back exactly once. */
        void send(String text, Runnable sent, Runnable broken);
    }

    /** @param wire to the reader */
    public Outbox(Wire wire) {
        this.wire = wire;
    }

    /** Sends a message as soon as the wire is free. */
    public void put(ServerMessage message) {
        synchronized (waiting) {
            waiting.merge(message.kind(), message, Outbox::merged);
        }
        pump();
    }

    /** Since when the message on its way has been there, in {@link System#nanoTime()}; empty when there is none. */
    public OptionalLong busySince() {
        synchronized (waiting) {
            return busy ? OptionalLong.of(busySince) : OptionalLong.empty();
        }
    }

    private void pump() {
        ServerMessage message;
        synchronized (waiting) {
            if (busy || waiting.isEmpty()) {
                return;
            }
            message = waiting.pollFirstEntry().getValue();
            busy = true;
            busySince = System.nanoTime();
        }
        wire.send(message.json(), this::free, this::drop);
    }

    private void free() {
        synchronized (waiting) {
            busy = false;
        }
        pump();
    }

    private void drop() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    private static ServerMessage merged(ServerMessage earlier, ServerMessage later) {
        if (earlier instanceof ServerMessage.Acknowledged first
                && later instanceof ServerMessage.Acknowledged second
                && first.stream().equals(second.stream())) {
            List<StreamProgress.Refused> refused = new ArrayList<>(first.refused());
            refused.addAll(second.refused());
            long seq = Math.max(first.seq(), second.seq());
            return new ServerMessage.Acknowledged(second.stream(), new StreamProgress.Ack(seq, refused));
        }
        return later;
    }
}
