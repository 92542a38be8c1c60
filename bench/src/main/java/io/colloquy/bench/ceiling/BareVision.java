package io.colloquy.bench.ceiling;

import io.colloquy.bench.load.Pictures;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Track;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decode → detect → infer in so many threads, each with a stream of its own, from memory and back to memory: no Kafka, no
 * consent, no sealing, no store. Begun with {@code tracked}, it searches as the frame-processor does; with {@code full}, it
 * forgets each face and so searches the whole of every picture. With {@code faces-only} besides, no expression is read.
 */
final class BareVision extends BareLoop {
    private final Pictures pictures = Pictures.ofFaces();
    private final FrameAnalyser analyser = new FrameAnalyser();
    private final AtomicLong faces = new AtomicLong();
    private final Workers workers;

    private BareVision(int threads) {
        this.workers = new Workers("bare-vision", threads);
        analyser.loadEmotionModel();
    }

    public static void main(String[] arguments) throws IOException {
        new BareVision(Integer.parseInt(arguments[0])).serve();
    }

    @Override
    void begin(List<String> arguments) {
        boolean tracked = arguments.get(0).equals("tracked");
        long paceMillis = Long.parseLong(arguments.get(1));
        boolean expression = !arguments.contains("faces-only");
        faces.set(0);
        workers.begin(running -> look(tracked, paceMillis, expression, running));
    }

    @Override
    long done() {
        return faces.get();
    }

    @Override
    void end() {
        workers.end();
    }

    private void look(boolean tracked, long paceMillis, boolean expression, Workers.Running running) {
        Instant start = Instant.now();
        Track track = Track.NEW;
        for (long i = 0; running.yes(); i++) {
            Instant capturedAt = start.plusMillis(i * paceMillis);
            FrameAnalysis analysis = analyser.analyse(pictures.get(i), capturedAt, track, expression);
            track = tracked ? analysis.next() : Track.NEW;
            if (analysis instanceof FrameAnalysis.Read read && read.candidate() >= 0) {
                faces.incrementAndGet();
            }
        }
    }
}
