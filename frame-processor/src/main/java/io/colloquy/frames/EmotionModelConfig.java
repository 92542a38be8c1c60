package io.colloquy.frames;

import io.colloquy.frames.vision.Device;
import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.platform.config.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which emotion model, and where it computes. A wrong model is refused here, when the service starts; it is loaded only
 * once somebody allows it.
 *
 * @param folder of a SavedModel; empty for the one that comes with the service
 * @param device what TensorFlow computes on
 */
public record EmotionModelConfig(Optional<Path> folder, Device device) {
    public EmotionModelConfig {
        folder.ifPresent(EmotionModel::check);
    }

    static EmotionModelConfig from(Settings settings) {
        return new EmotionModelConfig(
                settings.optional("COLLOQUY_EMOTION_MODEL").map(Path::of),
                device(settings.string("COLLOQUY_TENSORFLOW_DEVICE", "cpu")));
    }

    private static Device device(String name) {
        return switch (name) {
            case "cpu" -> Device.CPU;
            case "gpu" -> Device.GPU;
            default ->
                throw new IllegalArgumentException(
                        "Expected COLLOQUY_TENSORFLOW_DEVICE to be cpu or gpu, but got '" + name + "'");
        };
    }

    /** What the model's makers call it; known without loading it. */
    String name() {
        return EmotionModel.name(folder);
    }

    EmotionModel open() {
        return folder.map(path -> EmotionModel.load(path, device)).orElseGet(() -> EmotionModel.bundled(device));
    }
}
