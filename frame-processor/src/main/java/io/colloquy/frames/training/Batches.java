package io.colloquy.frames.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One epoch's pictures in a shuffled order, changed a little, cut into batches; the rest that fills none is left. */
final class Batches {
    /** A class with a smaller share of the pictures is shown more often, up to {@link #MOST_REPEATS} times. */
    private static final double LEAST_SHARE = 0.04;

    private static final int MOST_REPEATS = 3;

    private final LabelledPictures source;
    private final int batch;
    private final Random random;
    private final SoftTargets wanted;
    private final List<Integer> order;

    Batches(LabelledPictures source, SoftTargets wanted, int batch, Random random) {
        this.source = source;
        this.wanted = wanted;
        this.batch = Math.min(batch, source.size());
        this.random = random;
        this.order = balanced(source);
        Collections.shuffle(order, random);
    }

    /** Every picture at least once; those of rare classes more often. */
    private static List<Integer> balanced(LabelledPictures source) {
        int[] perClass = source.perClass(Network.CLASSES);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            double times = LEAST_SHARE * source.size() / perClass[source.label(i)];
            order.addAll(Collections.nCopies(Math.clamp(Math.round(times), 1, MOST_REPEATS), i));
        }
        return order;
    }

    int count() {
        return order.size() / batch;
    }

    Batch get(int index) {
        int pixels = source.side() * source.side();
        float[] pictures = new float[batch * pixels];
        float[] targets = new float[batch * Network.CLASSES];
        for (int i = 0; i < batch; i++) {
            int picture = order.get(index * batch + i);
            Augmentation.STANDARD.draw(random).write(source.pixels().get(picture), source.side(), pictures, i * pixels);
            wanted.write(source.label(picture), source.votes().get(picture), targets, i * Network.CLASSES);
        }
        return new Batch(pictures, targets);
    }

    /** Pictures [n, side, side, 1] and wanted probabilities [n, 7], flat. */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to native memory, never compared
    record Batch(float[] pictures, float[] targets) {}
}
