package io.colloquy.bench.ceiling;

import io.colloquy.frames.vision.EmotionModel;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The emotion model alone, in so many threads, each with batches of its own. The faces are noise: what a network costs does
 * not depend on what it sees.
 */
final class BareInference extends BareLoop {
    private final EmotionModel model = EmotionModel.bundled();
    private final AtomicLong faces = new AtomicLong();
    private final Workers workers;

    private BareInference(int threads) {
        this.workers = new Workers("bare-inference", threads);
    }

    public static void main(String[] arguments) throws IOException {
        new BareInference(Integer.parseInt(arguments[0])).serve();
    }

    @Override
    void begin(List<String> arguments) {
        int batch = Integer.parseInt(arguments.get(0));
        faces.set(0);
        workers.begin(running -> infer(noise(batch), running));
    }

    @Override
    long done() {
        return faces.get();
    }

    @Override
    void end() {
        workers.end();
    }

    private void infer(List<float[]> batch, Workers.Running running) {
        while (running.yes()) {
            faces.addAndGet(model.classify(batch).size());
        }
    }

    private List<float[]> noise(int batch) {
        Random random = new Random(batch);
        return Stream.generate(() -> face(random)).limit(batch).toList();
    }

    private float[] face(Random random) {
        float[] pixels = new float[model.side() * model.side()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 255 * random.nextFloat();
        }
        return pixels;
    }
}
