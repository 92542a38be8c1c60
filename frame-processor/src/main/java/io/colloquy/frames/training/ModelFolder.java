package io.colloquy.frames.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.colloquy.frames.vision.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a model folder: the SavedModel and, beside it, what one must know to use and to judge it. */
final class ModelFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelFolder() {}

    static void write(
            TrainingPlan plan,
            FrozenClassifier classifier,
            Score score,
            LabelledPictures training,
            LabelledPictures validation,
            int epoch)
            throws IOException {
        Path folder = plan.out().resolve("model");
        classifier.save(folder);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", "tensorflow-saved-model");
        facts.put("architecture", MiniXception.STANDARD.toString());
        facts.put("input", Map.of("name", "face", "side", training.side(), "channels", 1, "scale", "grey/127.5-1"));
        facts.put("labels", Arrays.stream(Emotion.values()).map(Emotion::label).toList());
        facts.put("training", figures(plan, training, epoch));
        facts.put("validation", figures(score, validation));
        Files.writeString(folder.resolve("model.json"), JSON.writeValueAsString(facts) + "\n");
    }

    private static Map<String, Object> figures(TrainingPlan plan, LabelledPictures training, int epoch) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", training.size());
        figures.put("per_class", training.perClass(MiniXception.CLASSES));
        figures.put("epochs_planned", plan.epochs());
        figures.put("epoch_kept", epoch);
        figures.put("seed", plan.seed());
        figures.put("batch", plan.batch());
        figures.put("highest_learning_rate", plan.highestRate());
        return figures;
    }

    private static Map<String, Object> figures(Score score, LabelledPictures validation) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", validation.size());
        figures.put("accuracy", rounded(score.accuracy()));
        figures.put("macro_recall", rounded(score.macroRecall()));
        figures.put("confusion_true_by_chosen", score.confusion());
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
