package io.colloquy.frames.training;

import java.nio.file.Path;
import org.tensorflow.proto.ConfigProto;

/** What a training run is asked to do. */
record TrainingPlan(
        Network network, Path data, Path out, int epochs, long seed, int threads, int batch, double highestRate) {
    TrainingPlan {
        if (epochs < 1 || threads < 1 || batch < 2) {
            throw new IllegalArgumentException("Expected at least one epoch, one thread and two pictures a batch, but"
                    + " got epochs " + epochs + ", threads " + threads + ", batch " + batch);
        }
    }

    ConfigProto session() {
        return EmotionTraining.threads(threads);
    }
}
