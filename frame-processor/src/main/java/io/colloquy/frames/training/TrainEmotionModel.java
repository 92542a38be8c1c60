package io.colloquy.frames.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Trains the emotion model: {@code --data DIR --out DIR [--epochs N] [--seed N] [--threads N] [--batch N] [--rate X]}.
 * The data folder holds {@code train.ferp.gz} and {@code validation.ferp.gz}; the out folder gets {@code model/}
 * (the best epoch) and {@code checkpoint.bin}, from which the same command goes on after an interruption.
 */
public final class TrainEmotionModel {
    private static final Set<String> OPTIONS = Set.of("data", "out", "epochs", "seed", "threads", "batch", "rate");

    private TrainEmotionModel() {}

    /** Runs the program; ends with status 1 and one sentence where it cannot. */
    public static void main(String[] arguments) throws IOException {
        Consumer<String> progress = TrainEmotionModel::print;
        try {
            ProcessorGuard.check(System.getenv("ONEDNN_MAX_CPU_ISA"));
            train(plan(CommandLine.parse(arguments, OPTIONS)), progress);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static TrainingPlan plan(CommandLine line) {
        return new TrainingPlan(
                ResidualNetwork.STANDARD,
                line.path("data"),
                line.path("out"),
                line.integer("epochs", 45),
                line.integer("seed", 1),
                line.integer("threads", Runtime.getRuntime().availableProcessors()),
                line.integer("batch", 64),
                line.number("rate", 0.05));
    }

    private static void train(TrainingPlan plan, Consumer<String> progress) throws IOException {
        LabelledPictures training = FerpFile.read(
                existing(plan.data().resolve("train.ferp.gz")), FerpFile.ALSO_IN_TEST | FerpFile.ALSO_IN_VALIDATION);
        LabelledPictures validation =
                FerpFile.read(existing(plan.data().resolve("validation.ferp.gz")), FerpFile.ALSO_IN_TEST);
        progress.accept(training.size() + " pictures to learn from, " + validation.size() + " to validate on");
        double best = new EmotionTraining(plan, training, validation, progress).run();
        progress.accept(String.format(
                Locale.ROOT,
                "best validation accuracy %.4f, model in %s",
                best,
                plan.out().resolve("model")));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Expected the data file '" + file + "', but there is none");
        }
        return file;
    }

    private static void print(String line) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
