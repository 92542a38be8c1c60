package io.colloquy.frames;

import io.colloquy.frames.topology.FrameMetric;
import io.colloquy.frames.topology.Vision;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Track;
import io.colloquy.platform.metrics.Metrics;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Looks at frames with the models that are warm. The emotion model is loaded once somebody allows it, never before, on a
 * thread of its own; until it is warm, frames are read without the expression: nobody's frames wait for what another session
 * has asked for. Thread-safe.
 */
final class WarmVision implements Vision {
    private final FrameAnalyser analyser;
    private final Metrics metrics;
    private final Consumer<Throwable> onFatal;
    private final AtomicReference<CompletableFuture<Void>> loading = new AtomicReference<>();

    /** @param onFatal told when there is no emotion model to load */
    WarmVision(FrameAnalyser analyser, Metrics metrics, Consumer<Throwable> onFatal) {
        this.analyser = analyser;
        this.metrics = metrics;
        this.onFatal = onFatal;
    }

    @Override
    public FrameAnalysis analyse(byte[] jpeg, Instant capturedAt, Track track, boolean withEmotion) {
        return analyser.analyse(jpeg, capturedAt, track, withEmotion && analyser.emotionModelLoaded());
    }

    /** Somebody allows emotion. Repeating it does nothing. */
    void wantEmotion() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if (loading.compareAndSet(null, mine)) {
            Thread.ofPlatform().name("load-emotion-model").daemon().start(() -> load(mine));
        }
    }

    /**
     * Makes everything warm that frames need by now: detectors for so many threads, and the emotion model if somebody has
     * allowed it.
     */
    void warmUp(int threads) {
        analyser.warmUp(threads);
        CompletableFuture<Void> wanted = loading.get();
        if (wanted != null) {
            wanted.join();
        }
    }

    private void load(CompletableFuture<Void> loaded) {
        try {
            analyser.loadEmotionModel();
            metrics.gauge(FrameMetric.EMOTION_MODEL_LOADED).set(1);
            loaded.complete(null);
        } catch (RuntimeException | LinkageError e) {
            loaded.completeExceptionally(e);
            onFatal.accept(e);
        }
    }
}
