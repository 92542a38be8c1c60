package io.colloquy.frames;

import io.colloquy.frames.topology.FrameMetric;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.platform.metrics.Metrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Loads the emotion model once somebody allows it, never before, on a thread of its own. Until it is warm, frames are read
 * without the expression: nobody's frames wait for what another session has asked for. Thread-safe.
 */
final class EmotionModelLoader {
    private final FrameAnalyser analyser;
    private final Metrics metrics;
    private final Consumer<Throwable> onFatal;
    private final AtomicReference<CompletableFuture<Void>> loading = new AtomicReference<>();

    /** @param onFatal told when there is no model to load */
    EmotionModelLoader(FrameAnalyser analyser, Metrics metrics, Consumer<Throwable> onFatal) {
        this.analyser = analyser;
        this.metrics = metrics;
        this.onFatal = onFatal;
    }

    /** Somebody allows it. Repeating it does nothing. */
    void want() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if (loading.compareAndSet(null, mine)) {
            Thread.ofPlatform().name("load-emotion-model").daemon().start(() -> load(mine));
        }
    }

    /** Returns when the model is warm, or at once if nobody has allowed it so far. */
    void awaitIfWanted() {
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
