package io.colloquy.ingest.socket;

import io.colloquy.ingest.frames.FrameRefusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a stream of frames is: which are settled, in flight, or have to come again. Frames settle in any order and are
 * acknowledged in theirs. Knows no socket, no Kafka and no clock. Thread-safe.
 */
public final class StreamProgress {
    /** Most frames that are not settled yet. */
    public static final int WINDOW = 16;

    private final NavigableSet<Long> inFlight = new TreeSet<>();
    private final NavigableSet<Long> failed = new TreeSet<>();
    private final NavigableMap<Long, FrameRefusal> refusals = new TreeMap<>();
    private long settled;
    private long next;
    private boolean started;

    /** What to do with a frame that came. */
    public enum Verdict {
        /** New, or failed before: take it; it is in flight now. */
        TAKE,
        /** Settled before: say so again. */
        SETTLED,
        /** Being stored: nothing to do. */
        IN_FLIGHT,
        /** Frames before it are missing: they have to come first. */
        GAP,
        /** Too many are not settled. */
        WINDOW_FULL
    }

    /** A frame that is settled without being stored. */
    public record Refused(long seq, FrameRefusal reason) {}

    /**
     * Everything up to here is settled.
     *
     * @param seq the highest, -1 for none
     * @param refused those of them that were not stored and not told of before
     */
    public record Ack(long seq, List<Refused> refused) {
        public Ack {
            refused = List.copyOf(refused);
        }
    }

    /** @param settled the highest settled frame of this stream as remembered, -1 for none */
    public StreamProgress(long settled) {
        this.settled = settled;
        this.next = settled + 1;
    }

    /**
     * A frame has come. The first one after a connect may be beyond what was remembered: the client knows better what it
     * has seen acknowledged.
     */
    public synchronized Verdict offer(long seq) {
        if (!started && seq > next) {
            settled = seq - 1;
            next = seq;
        }
        started = true;
        if (seq <= settled || refusals.containsKey(seq)) {
            return Verdict.SETTLED;
        }
        if (inFlight.contains(seq)) {
            return Verdict.IN_FLIGHT;
        }
        if (seq > next) {
            return Verdict.GAP;
        }
        if (seq < next && !failed.contains(seq)) {
            return Verdict.SETTLED;
        }
        return take(seq);
    }

    /** The number of a frame that came without one. */
    public synchronized long next() {
        return failed.isEmpty() ? next : failed.first();
    }

    /** A frame is stored. */
    public synchronized Optional<Ack> stored(long seq) {
        inFlight.remove(seq);
        return advance();
    }

    /** A frame is not taken, for good. */
    public synchronized Optional<Ack> refused(long seq, FrameRefusal reason) {
        inFlight.remove(seq);
        refusals.put(seq, reason);
        return advance();
    }

    /** A frame could not be stored now: the client has to send it again. */
    public synchronized void failed(long seq) {
        if (inFlight.remove(seq)) {
            failed.add(seq);
        }
    }

    /** What is settled, without news. */
    public synchronized Ack current() {
        return new Ack(settled, List.of());
    }

    private Verdict take(long seq) {
        if (seq - settled > WINDOW) {
            return Verdict.WINDOW_FULL;
        }
        inFlight.add(seq);
        failed.remove(seq);
        next = Math.max(next, seq + 1);
        return Verdict.TAKE;
    }

    private Optional<Ack> advance() {
        long open = Math.min(inFlight.isEmpty() ? next : inFlight.first(), failed.isEmpty() ? next : failed.first());
        if (open - 1 <= settled) {
            return Optional.empty();
        }
        settled = open - 1;
        return Optional.of(new Ack(settled, told()));
    }

    private List<Refused> told() {
        List<Refused> told = new ArrayList<>();
        Iterator<Map.Entry<Long, FrameRefusal>> due =
                refusals.headMap(settled, true).entrySet().iterator();
        while (due.hasNext()) {
            Map.Entry<Long, FrameRefusal> refusal = due.next();
            told.add(new Refused(refusal.getKey(), refusal.getValue()));
            due.remove();
        }
        return told;
    }
}
