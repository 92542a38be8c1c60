package io.colloquy.frames.vision;

import java.util.function.Supplier;

/** Loads the emotion model when it is first needed, once. Thread-safe. */
final class LazyEmotionModel implements AutoCloseable {
    private final Supplier<EmotionModel> loader;
    private volatile EmotionModel model;

    LazyEmotionModel(Supplier<EmotionModel> loader) {
        this.loader = loader;
    }

    EmotionModel get() {
        if (model == null) {
            synchronized (this) {
                if (model == null) {
                    model = loader.get();
                }
            }
        }
        return model;
    }

    boolean loaded() {
        return model != null;
    }

    @Override
    public synchronized void close() {
        if (model != null) {
            model.close();
        }
    }
}
