package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.frames.vision.Emotion;
import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.frames.vision.RealPictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundledModelsTest {
    @Test
    void shouldReadTheValidationFacesAsWellAsTheModelSaysOfItself() throws IOException {
        // given
        Path file = RealPictures.folder("fer2013").resolve("validation.ferp.gz");
        double promised = bundled("/models/emotion/model.json")
                .path("validation")
                .path("accuracy")
                .asDouble();
        // when
        Map<String, Object> facts = ModelEvaluation.of(file, FerpFile.ALSO_IN_TEST, EmotionModel::bundled);
        // then
        assertThat((double) facts.get("accuracy")).isCloseTo(promised, within(0.001));
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
                .containsExactlyElementsOf(Emotion.labels());
        assertThat(emotion.path("validation").path("accuracy").asDouble()).isGreaterThan(0.6);
        assertThat(eyes.path("held_out").path("accuracy").asDouble()).isGreaterThan(0.9);
    }

    private static JsonNode bundled(String resource) throws IOException {
        try (InputStream in = BundledModelsTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
