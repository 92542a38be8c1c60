package io.colloquy.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Frames over several sockets as fast as their windows let them: each acknowledgement brings the next frames. */
public final class FullLoad {
    private final List<Sender> senders;
    private final Pictures pictures;
    private final Duration pace;
    private final AtomicLong settled = new AtomicLong();
    private Crew crew = new Crew();
    private volatile boolean stopped;

    /** @param pace from one frame's capture to the next one's, as the frames themselves tell it */
    public FullLoad(List<Sender> senders, Pictures pictures, Duration pace) {
        this.senders = List.copyOf(senders);
        this.pictures = pictures;
        this.pace = pace;
    }

    /** Connects and begins; ends by itself after so many frames of each socket. */
    public void begin(long framesEach) {
        settled.set(0);
        stopped = false;
        crew = new Crew();
        List<FrameSocket> sockets = new ArrayList<>();
        senders.forEach(sender -> sockets.add(sender.open()));
        sockets.forEach(socket -> crew.start("full-load", () -> run(socket, framesEach)));
    }

    /** Frames settled since the beginning. */
    public long settled() {
        return settled.get();
    }

    /** Sends no more. */
    public void stop() {
        stopped = true;
    }

    /** Returns when everything that was sent is settled and the sockets are closed. */
    public void join() {
        crew.join();
    }

    private void run(FrameSocket open, long framesEach) {
        try (FrameSocket socket = open) {
            long start = System.currentTimeMillis();
            long next = 0;
            long last = -1;
            while (last < next - 1 || (!stopped && next < framesEach)) {
                while (!stopped && next < framesEach && next - last <= FrameSocket.WINDOW) {
                    socket.send(next, start + next * pace.toMillis(), pictures.get(next));
                    next++;
                }
                long now = socket.awaitSettled();
                settled.addAndGet(now - last);
                last = now;
            }
        }
    }
}
