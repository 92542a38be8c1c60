package io.colloquy.frames.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.tensorflow.proto.ConfigProto;

/** Runs the epochs: learns, measures on the validation part, keeps a checkpoint and the best model. */
final class EmotionTraining {
    private static final double WARM_UP = 0.1;

    private final TrainingPlan plan;
    private final LabelledPictures training;
    private final LabelledPictures validation;
    private final SoftTargets wanted;
    private final Consumer<String> progress;

    EmotionTraining(
            TrainingPlan plan, LabelledPictures training, LabelledPictures validation, Consumer<String> progress) {
        this.plan = plan;
        this.training = training;
        this.validation = validation;
        this.wanted = SoftTargets.of(training, Network.CLASSES);
        this.progress = progress;
    }

    /** Trains to the plan's last epoch and returns the best accuracy; the model behind it lies in the plan's folder. */
    double run() throws IOException {
        Files.createDirectories(plan.out());
        try (TrainingGraph graph = new TrainingGraph(plan.network(), training.side(), plan.seed(), plan.session())) {
            Weights.Checkpoint start = resume(graph);
            double best = start.best();
            for (int epoch = start.epoch(); epoch < plan.epochs(); epoch++) {
                long started = System.nanoTime();
                double loss = epoch(graph, epoch);
                Weights weights = graph.weights();
                best = keepBest(best, weights, epoch, loss, (System.nanoTime() - started) / 1e9);
                weights.save(checkpoint(), epoch + 1, best);
            }
            return best;
        }
    }

    private Weights.Checkpoint resume(TrainingGraph graph) throws IOException {
        if (!Files.exists(checkpoint())) {
            return new Weights.Checkpoint(0, 0, graph.weights());
        }
        Weights.Checkpoint saved = Weights.Checkpoint.load(checkpoint());
        graph.restore(saved.weights());
        progress.accept("resumed after epoch " + saved.epoch());
        return saved;
    }

    private Path checkpoint() {
        return plan.out().resolve("checkpoint.bin");
    }

    private double epoch(TrainingGraph graph, int epoch) {
        Batches batches = new Batches(training, wanted, plan.batch(), new Random(plan.seed() * 1_000 + epoch));
        double losses = 0;
        int count = batches.count();
        for (int i = 0; i < count; i++) {
            Batches.Batch batch = batches.get(i);
            long step = (long) epoch * count + i + 1;
            double rate = rate(step / ((double) plan.epochs() * count));
            losses += graph.learn(batch.pictures(), batch.targets(), rate);
            if ((i + 1) % 100 == 0) {
                progress.accept(String.format(
                        Locale.ROOT, "epoch %d batch %d/%d loss %.4f", epoch + 1, i + 1, count, losses / (i + 1)));
            }
        }
        return losses / count;
    }

    /** Rises over the first tenth, then falls in a straight line to nearly nothing. */
    double rate(double done) {
        double share = done < WARM_UP ? done / WARM_UP : (1 - done) / (1 - WARM_UP);
        return plan.highestRate() * Math.max(share, 0.002);
    }

    private double keepBest(double best, Weights weights, int epoch, double loss, double seconds) throws IOException {
        List<float[]> probabilities;
        try (FrozenClassifier frozen = frozen(weights, Sharpness.NONE)) {
            probabilities = frozen.classify(validation);
        }
        Measures measures = Measures.of(probabilities, validation.labels());
        progress.accept(String.format(
                Locale.ROOT,
                "epoch %d/%d loss %.4f validation accuracy %.4f macro recall %.4f, %.0f s",
                epoch + 1,
                plan.epochs(),
                loss,
                measures.accuracy(),
                measures.macroRecall(),
                seconds));
        if (measures.accuracy() <= best) {
            return best;
        }
        keep(weights, Sharpness.fit(probabilities, validation.labels()), epoch + 1);
        return measures.accuracy();
    }

    private void keep(Weights weights, double sharpness, int epochs) throws IOException {
        try (FrozenClassifier frozen = frozen(weights, sharpness)) {
            Measures measures = Measures.of(frozen.classify(validation), validation.labels());
            ModelFolder.write(plan, frozen, measures, sharpness, training, epochs);
        }
    }

    private FrozenClassifier frozen(Weights weights, double sharpness) {
        return new FrozenClassifier(plan.network(), training.side(), weights, sharpness, plan.session());
    }

    static ConfigProto threads(int threads) {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
    }
}
