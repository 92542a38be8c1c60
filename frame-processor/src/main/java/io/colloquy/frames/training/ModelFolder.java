package io.colloquy.frames.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.colloquy.frames.vision.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a model folder: the SavedModel and, beside it, what one must know to use and to judge it. */
final class ModelFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelFolder() {}

    static void write(
            TrainingPlan plan,
            FrozenClassifier classifier,
            Measures measures,
            double sharpness,
            LabelledPictures training,
            int epochs)
            throws IOException {
        Path folder = plan.out().resolve("model");
        classifier.save(folder);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", "colloquy-fer2013-" + plan.network().name());
        facts.put("format", "tensorflow-saved-model");
        facts.put("architecture", plan.network().toString());
        facts.put("input", Map.of("name", "face", "side", training.side(), "channels", 1));
        facts.put("scaling", Map.of("subtract", 127.5, "divide", 127.5));
        facts.put("labels", Emotion.labels());
        facts.put("training", figures(plan, training, sharpness, epochs));
        facts.put("validation", measures.facts(Emotion.labels()));
        Files.writeString(folder.resolve("model.json"), JSON.writeValueAsString(facts) + "\n");
    }

    private static Map<String, Object> figures(
            TrainingPlan plan, LabelledPictures training, double sharpness, int epochs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", training.size());
        figures.put("per_class", training.perClass(Network.CLASSES));
        figures.put("epochs_planned", plan.epochs());
        figures.put("epoch_kept", epochs);
        figures.put("sharpness", sharpness);
        figures.put("seed", plan.seed());
        figures.put("batch", plan.batch());
        figures.put("highest_learning_rate", plan.highestRate());
        return figures;
    }
}
