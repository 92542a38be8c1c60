package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.frames.vision.Emotion;
import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.frames.vision.RealPictures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledModelsTest {
    @Test
    @SuppressWarnings("EnumOrdinal") // labels of the data are in the order of the constants, by contract
    void shouldReadMoreThanHalfOfTheValidationFacesRightly() throws IOException {
        // given
        LabelledPictures validation =
                FerpFile.read(RealPictures.folder("fer2013").resolve("validation.ferp.gz"), FerpFile.ALSO_IN_TEST);
        int sample = 500;
        int right = 0;
        // when
        try (EmotionModel model = EmotionModel.bundled()) {
            for (int i = 0; i < sample; i++) {
                float[] face = new float[48 * 48];
                Augmentation.Variant.UNCHANGED.write(validation.pixels().get(i), 48, face, 0);
                Emotion chosen = model.classify(face).likeliest();
                right += chosen == Emotion.values()[validation.label(i)] ? 1 : 0;
            }
        }
        // then
        assertThat(right).isGreaterThan(sample / 2);
    }

    @Test
    void shouldTellClosedFromOpenEyes() throws IOException {
        // given
        var folder = RealPictures.folder("eyes");
        List<EyePictures.Eye> eyes =
                EyePictures.read(folder.resolve("train.eyep.gz"), folder.resolve("train.labels.csv"));
        // when
        ObjectNode figures = TrainEyeModel.measure((ObjectNode) bundled("/models/eyes/eyes.json"), eyes);
        // then: it has learnt from these, so this shows only that it was read and is used as it was written
        assertThat(figures.path("accuracy").asDouble()).isGreaterThan(0.97);
    }

    @Test
    void shouldSayWhatTheModelsWereTrainedOnAndHowGoodTheyAre() throws IOException {
        // when
        JsonNode emotion = bundled("/models/emotion/model.json");
        JsonNode eyes = bundled("/models/eyes/eyes.json");
        // then
        assertThat(emotion.path("labels").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(Emotion.values()).map(Emotion::label).toList());
        assertThat(emotion.path("validation").path("accuracy").asDouble()).isGreaterThan(0.5);
        assertThat(eyes.path("held_out").path("accuracy").asDouble()).isGreaterThan(0.9);
    }

    private static JsonNode bundled(String resource) throws IOException {
        try (InputStream in = BundledModelsTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
