package io.colloquy.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Frames over several sockets at a fixed pace, whatever comes back: a frame that has to wait for the window was still due
 * when it was due, and its latency counts from then. A frame's capture time is when it was due.
 */
public final class PacedLoad {
    /**
     * Over this the sockets begin, one after the other: interviews do not begin at the same moment, and what the
     * frame-processor does now and then (a search of the whole picture every two seconds) is not due for all at once.
     */
    private static final Duration STAGGER = Duration.ofSeconds(2);

    /** More than a window. */
    private static final int RING = 64;

    private final double perSecond;
    private final Pictures pictures;
    private final Latencies acks = new Latencies();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong fromMillis = new AtomicLong(Long.MAX_VALUE);

    /** @param perSecond over all sockets */
    public PacedLoad(double perSecond, Pictures pictures) {
        this.perSecond = perSecond;
        this.pictures = pictures;
    }

    /** Runs until the window is over and everything is settled. */
    public void run(List<Sender> senders, Duration warmUp, Duration window) {
        List<FrameSocket> sockets = new ArrayList<>();
        senders.forEach(sender -> sockets.add(sender.open()));
        long interval = (long) (1e9 * sockets.size() / perSecond);
        long start = System.nanoTime() + interval;
        fromMillis.set(System.currentTimeMillis() + warmUp.toMillis());
        long from = start + warmUp.toNanos();
        long until = from + window.toNanos();
        Crew crew = new Crew();
        for (int i = 0; i < sockets.size(); i++) {
            Lane lane = new Lane(sockets.get(i), start + i * STAGGER.toNanos() / sockets.size(), interval, from, until);
            crew.start("paced-send", lane::send);
            crew.start("paced-settle", lane::settle);
        }
        try {
            crew.join();
        } finally {
            sockets.forEach(FrameSocket::close);
        }
    }

    /** From when a frame of the window was due to its acknowledgement. */
    public Latencies acks() {
        return acks;
    }

    /** Frames sent, those of the warm-up included. */
    public long sent() {
        return sent.get();
    }

    /** When the window began, epoch milliseconds. */
    public long fromMillis() {
        return fromMillis.get();
    }

    /** One socket. */
    private final class Lane {
        private final FrameSocket socket;
        private final long first;
        private final long interval;
        private final long from;
        private final long frames;
        private final Semaphore window = new Semaphore(FrameSocket.WINDOW);
        private final AtomicLongArray due = new AtomicLongArray(RING);

        Lane(FrameSocket socket, long first, long interval, long from, long until) {
            this.socket = socket;
            this.first = first;
            this.interval = interval;
            this.from = from;
            this.frames = Math.max(1, (until - first) / interval);
        }

        void send() {
            for (long seq = 0; seq < frames; seq++) {
                long at = first + seq * interval;
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                window.acquireUninterruptibly();
                due.set((int) (seq % RING), at);
                long late = (System.nanoTime() - at) / 1_000_000;
                socket.send(seq, System.currentTimeMillis() - late, pictures.get(seq));
                sent.incrementAndGet();
            }
        }

        void settle() {
            long last = -1;
            while (last < frames - 1) {
                long now = socket.awaitSettled();
                long nanos = System.nanoTime();
                for (long seq = last + 1; seq <= now; seq++) {
                    long at = due.get((int) (seq % RING));
                    if (at >= from) {
                        acks.add(nanos - at);
                    }
                }
                window.release((int) (now - last));
                last = now;
            }
        }
    }
}
