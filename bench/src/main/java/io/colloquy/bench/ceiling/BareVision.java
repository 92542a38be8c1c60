package io.colloquy.bench.ceiling;

import io.colloquy.bench.load.Pictures;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Track;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decode → detect → infer in so many threads, each with a stream of its own, from memory and back to memory: no Kafka, no
 * consent, no sealing, no store. Begun with {@code tracked}, it searches as the frame-processor does; with {@code full}, it
 * forgets each face and so searches the whole of every picture.
 */
final class BareVision extends BareLoop {
    private final int threads;
    private final Pictures pictures = Pictures.ofFaces();
    private final FrameAnalyser analyser = new FrameAnalyser();
    private final AtomicLong faces = new AtomicLong();
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean stopped;

    private BareVision(int threads) {
        this.threads = threads;
        analyser.loadEmotionModel();
    }

    public static void main(String[] arguments) throws IOException {
        new BareVision(Integer.parseInt(arguments[0])).serve();
    }

    @Override
    void begin(List<String> arguments) {
        boolean tracked = arguments.get(0).equals("tracked");
        long paceMillis = Long.parseLong(arguments.get(1));
        faces.set(0);
        stopped = false;
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofPlatform().name("bare-vision").daemon().start(() -> look(tracked, paceMillis)));
        }
    }

    @Override
    long done() {
        return faces.get();
    }

    @Override
    void end() {
        stopped = true;
        try {
            for (Thread thread : running) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    private void look(boolean tracked, long paceMillis) {
        Instant start = Instant.now();
        Track track = Track.NEW;
        for (long i = 0; !stopped; i++) {
            FrameAnalysis analysis = analyser.analyse(pictures.get(i), start.plusMillis(i * paceMillis), track, true);
            track = tracked ? analysis.next() : Track.NEW;
            if (analysis instanceof FrameAnalysis.Read read && read.candidate() >= 0) {
                faces.incrementAndGet();
            }
        }
    }
}
