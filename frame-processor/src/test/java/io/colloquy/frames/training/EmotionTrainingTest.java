package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.frames.vision.EmotionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionTrainingTest {
    private static final int SIDE = 48;

    @TempDir
    private Path folder;

    @Test
    void shouldLearnPatternsExportThemAndGoOnFromACheckpoint() throws IOException {
        // given
        LabelledPictures training = stripes(280, 1);
        LabelledPictures validation = stripes(70, 2);
        List<String> progress = new ArrayList<>();
        // when
        new EmotionTraining(plan(1), training, validation, progress::add).run();
        double best = new EmotionTraining(plan(6), training, validation, progress::add).run();
        // then
        assertThat(progress).contains("resumed after epoch 1");
        assertThat(best).isGreaterThan(0.5);
        try (EmotionModel model = EmotionModel.load(folder.resolve("model"))) {
            assertThat(model.side()).isEqualTo(SIDE);
            assertThat(right(model, validation) / (double) validation.size()).isEqualTo(best);
        }
    }

    @Test
    void shouldRefuseAFolderWithoutAModel() {
        assertThatThrownBy(() -> EmotionModel.load(folder))
                .hasMessageContaining("Expected a TensorFlow SavedModel in")
                .hasMessageContaining("there is no saved_model.pb");
    }

    @Test
    void shouldRefuseAFileThatIsNoModel() throws IOException {
        // given
        Files.writeString(folder.resolve("saved_model.pb"), "no model");
        // then
        assertThatThrownBy(() -> EmotionModel.load(folder)).hasMessageContaining("its saved_model.pb cannot be read");
    }

    private TrainingPlan plan(int epochs) {
        return new TrainingPlan(new ResidualNetwork(8, List.of(8, 16)), folder, folder, epochs, 3, 2, 28, 0.01);
    }

    @SuppressWarnings("EnumOrdinal") // labels are in the order of the constants, by contract
    private static int right(EmotionModel model, LabelledPictures pictures) {
        int right = 0;
        for (int i = 0; i < pictures.size(); i++) {
            float[] face = new float[SIDE * SIDE];
            for (int at = 0; at < face.length; at++) {
                face[at] = pictures.pixels().get(i)[at] & 255;
            }
            right += model.classify(face).likeliest().ordinal() == pictures.label(i) ? 1 : 0;
        }
        return right;
    }

    /** Stripes, the wider the higher the class, with noise. */
    private static LabelledPictures stripes(int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> pixels = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % Network.CLASSES;
            byte[] picture = new byte[SIDE * SIDE];
            for (int at = 0; at < picture.length; at++) {
                double wave = Math.sin((at / SIDE) * (label + 1) * 0.25);
                picture[at] = (byte) Math.clamp(Math.round(128 + 90 * wave + 20 * random.nextGaussian()), 0, 255);
            }
            pixels.add(picture);
            labels.add(label);
        }
        return LabelledPictures.withoutVotes(SIDE, pixels, labels);
    }
}
