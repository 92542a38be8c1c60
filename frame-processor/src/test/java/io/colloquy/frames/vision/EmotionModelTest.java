package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class EmotionModelTest {
    private static final float[] FACE = new float[48 * 48];

    private Path folder;

    @BeforeEach
    void unpack() {
        folder = BundledModel.unpack();
    }

    @AfterEach
    void remove() {
        BundledModel.delete(folder);
    }

    @Test
    void shouldReadSeveralFacesAsItReadsEachAlone() {
        try (EmotionModel model = EmotionModel.bundled()) {
            // given
            float[] other = new float[48 * 48];
            for (int i = 0; i < other.length; i++) {
                other[i] = i % 251;
            }
            // when
            List<Probabilities> both = model.classify(List.of(FACE, other));
            // then
            assertClose(both.get(0), model.classify(FACE));
            assertClose(both.get(1), model.classify(other));
        }
    }

    @Test
    void shouldPutTheAnswersInOrderByTheNamesOfTheLabels() throws IOException {
        // given
        Probabilities usual;
        try (EmotionModel model = EmotionModel.load(folder)) {
            usual = model.classify(FACE);
        }
        // when: the model says that its first output is neutral and its last is angry
        describe("""
                {"name": "turned", "labels": ["neutral", "disgust", "fear", "happy", "sad", "surprise", "angry"]}""");
        // then
        try (EmotionModel model = EmotionModel.load(folder)) {
            Probabilities turned = model.classify(FACE);
            assertThat(model.name()).isEqualTo("turned");
            assertThat(turned.of(Emotion.NEUTRAL)).isCloseTo(usual.of(Emotion.ANGRY), within(1e-6f));
            assertThat(turned.of(Emotion.HAPPY)).isCloseTo(usual.of(Emotion.HAPPY), within(1e-6f));
        }
    }

    @Test
    void shouldScaleAsTheModelWants() throws IOException {
        // given: a model that wants 0…1 instead of −1…1 sees another picture in the same numbers
        String before;
        Probabilities usual;
        try (EmotionModel model = EmotionModel.load(folder)) {
            before = model.hash();
            usual = model.classify(FACE);
        }
        // when
        describe("{\"scaling\": {\"subtract\": 0, \"divide\": 255}}");
        // then
        try (EmotionModel model = EmotionModel.load(folder)) {
            assertThat(model.classify(FACE)).isNotEqualTo(usual);
            assertThat(model.hash()).isNotEqualTo(before);
        }
    }

    @Test
    void shouldTakeAModelForColoursOfAnotherSize() throws IOException {
        // given
        Path other = save(64, 3, 7);
        // when
        try (EmotionModel model = EmotionModel.load(other)) {
            // then
            assertThat(model.side()).isEqualTo(64);
            assertThat(model.classify(new float[64 * 64]).values()).hasSize(7);
        }
    }

    @Test
    void shouldRefuseAModelOfAnotherShape() throws IOException {
        assertRefused(save(32, 1, 7), "Expected a model from faces [n, 48 to 64, the same, 1 or 3]");
        assertRefused(save(48, 2, 7), "but it has [-1, 48, 48, 2] of DT_FLOAT → [-1, 7] of DT_FLOAT");
        assertRefused(save(48, 1, 5), "→ [-1, 5] of DT_FLOAT");
    }

    @Test
    void shouldRefuseADescriptionThatMakesNoSense() throws IOException {
        describe("{\"labels\": [\"glad\"]}");
        assertRefused(folder, "Expected the labels [angry, disgust, fear, happy, sad, surprise, neutral] in any order");
        describe("{\"scaling\": {\"divide\": 0}}");
        assertRefused(folder, "Expected the numbers 'subtract' and 'divide' (not 0)");
        describe("no JSON");
        assertRefused(folder, "Expected JSON in");
    }

    @Test
    void shouldRefuseAFaceOfAnotherSize() {
        try (EmotionModel model = EmotionModel.load(folder)) {
            assertThatThrownBy(() -> model.classify(new float[5]))
                    .hasMessage("Expected a face of 48 × 48 values, but got 5");
        }
    }

    @Test
    void shouldNotFallBackToTheProcessorWhereAGpuIsAskedFor() {
        // Where there is a GPU this passes by loading; where there is none it must say so.
        if (Files.exists(Path.of("/dev/nvidia0"))) {
            assertThatCode(() -> EmotionModel.load(folder, Device.GPU).close()).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> EmotionModel.load(folder, Device.GPU))
                    .hasMessageContaining("Expected a GPU that TensorFlow can use, but it finds none");
        }
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve(ModelDescription.FILE), json);
    }

    private static void assertRefused(Path folder, String message) {
        assertThatThrownBy(() -> EmotionModel.check(folder)).hasMessageContaining(message);
    }

    private static void assertClose(Probabilities one, Probabilities other) {
        for (Emotion emotion : Emotion.values()) {
            assertThat(one.of(emotion)).isCloseTo(other.of(emotion), within(1e-4f));
        }
    }

    /** A model that only averages and repeats: its shape is all that matters. */
    private static Path save(int side, int channels, int classes) throws IOException {
        Path folder = Files.createTempDirectory("model");
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> face = tf.withName("face")
                    .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, channels)));
            Operand<TFloat32> mean = tf.math.mean(face, tf.array(1, 2, 3));
            Operand<TFloat32> answers = tf.nn.softmax(tf.linalg.matMul(
                    tf.reshape(mean, tf.array(-1, 1)), tf.fill(tf.array(1, classes), tf.constant(1f))));
            try (Session session = new Session(graph)) {
                Signature signature = Signature.builder()
                        .key("serving_default")
                        .input("face", face)
                        .output("probabilities", answers)
                        .build();
                SavedModelBundle.exporter(folder.toString())
                        .withSession(session)
                        .withSignature(signature)
                        .export();
            }
        }
        return folder;
    }
}
