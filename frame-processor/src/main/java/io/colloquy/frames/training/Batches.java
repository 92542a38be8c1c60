package io.colloquy.frames.training;

import java.util.Arrays;
import java.util.Random;

/** One epoch's pictures in a shuffled order, changed a little, cut into batches; the rest that fills none is left. */
final class Batches {
    /** How much of the target is spread over all classes: the labels of this data are often doubtful. */
    private static final float SMOOTHING = 0.1f;

    private final LabelledPictures source;
    private final int batch;
    private final Random random;
    private final int[] order;

    Batches(LabelledPictures source, TrainingPlan plan, Random random) {
        this.source = source;
        this.batch = Math.min(plan.batch(), source.size());
        this.random = random;
        this.order = shuffled(source.size(), random);
    }

    private static int[] shuffled(int size, Random random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    int count() {
        return source.size() / batch;
    }

    Batch get(int index) {
        int pixels = source.side() * source.side();
        float[] pictures = new float[batch * pixels];
        float[] targets = new float[batch * MiniXception.CLASSES];
        Arrays.fill(targets, SMOOTHING / MiniXception.CLASSES);
        for (int i = 0; i < batch; i++) {
            int picture = order[index * batch + i];
            Augmentation.GENTLE.draw(random).write(source.pixels().get(picture), source.side(), pictures, i * pixels);
            targets[i * MiniXception.CLASSES + source.label(picture)] += 1 - SMOOTHING;
        }
        return new Batch(pictures, targets);
    }

    /** Pictures [n, side, side, 1] and wanted probabilities [n, 7], flat. */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to native memory, never compared
    record Batch(float[] pictures, float[] targets) {}
}
