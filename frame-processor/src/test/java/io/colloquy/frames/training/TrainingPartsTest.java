package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPartsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldDropFlaggedFaces() throws IOException {
        // given
        Path file = ferp(0x46455250, new int[] {0, 2, 4, 1}, new int[] {3, 4, 5, 6});
        // when
        LabelledPictures kept = FerpFile.read(file, FerpFile.ALSO_IN_TEST | FerpFile.ALSO_IN_VALIDATION);
        // then
        assertThat(kept.labels()).containsExactly(3, 6);
        assertThat(kept.pixels().getFirst()).hasSize(48 * 48);
    }

    @Test
    void shouldRefuseAFileOfAnotherFormat() throws IOException {
        Path file = ferp(0x12345678, new int[] {0}, new int[] {0});
        assertThatThrownBy(() -> FerpFile.read(file, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Expected a FERP file");
    }

    @Test
    void shouldLeaveAPictureAsItIsWhenNothingIsChanged() {
        // given
        byte[] picture = {0, 50, (byte) 200, (byte) 255};
        float[] target = new float[4];
        // when
        Augmentation.Variant.UNCHANGED.write(picture, 2, target, 0);
        // then
        assertThat(target[0]).isEqualTo(-1);
        assertThat(target[2]).isCloseTo(200 / 127.5f - 1, within(1e-6f));
        assertThat(target[3]).isEqualTo(1);
    }

    @Test
    void shouldMirrorAPicture() {
        // given
        byte[] picture = {0, (byte) 255, 0, (byte) 255};
        float[] target = new float[4];
        // when
        new Augmentation.Variant(true, 0, 0, 0, 1, 1, 0).write(picture, 2, target, 0);
        // then
        assertThat(target).containsExactly(1, -1, 1, -1);
    }

    @Test
    void shouldDrawTheSameVariantsFromTheSameSeed() {
        assertThat(Augmentation.GENTLE.draw(new Random(4))).isEqualTo(Augmentation.GENTLE.draw(new Random(4)));
        assertThat(Augmentation.GENTLE.draw(new Random(4))).isNotEqualTo(Augmentation.GENTLE.draw(new Random(5)));
    }

    @Test
    void shouldScoreByClass() {
        // given
        LabelledPictures pictures =
                new LabelledPictures(1, List.of(new byte[1], new byte[1], new byte[1]), List.of(0, 0, 1));
        List<float[]> chosen = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0, 1});
        // when
        Score score = Score.of(chosen, pictures, 2);
        // then
        assertThat(score.accuracy()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(score.macroRecall()).isCloseTo(0.75, within(1e-9));
        assertThat(score.confusion()).containsExactly(List.of(1, 1), List.of(0, 1));
    }

    @Test
    void shouldKeepACheckpoint() throws IOException {
        // given
        Path file = folder.resolve("checkpoint.bin");
        // when
        new Weights(Map.of("kernel", new float[] {1.5f, -2})).save(file, 7);
        Weights.Checkpoint loaded = Weights.Checkpoint.load(file);
        // then
        assertThat(loaded.epoch()).isEqualTo(7);
        assertThat(loaded.weights().of("kernel")).containsExactly(1.5f, -2);
        assertThatThrownBy(() -> loaded.weights().of("bias")).hasMessageContaining("Expected weights named 'bias'");
    }

    @Test
    void shouldRefuseToTrainWhereTheJvmWouldCrash() {
        assertThatThrownBy(() -> ProcessorGuard.refuse(true, null))
                .hasMessage("Expected ONEDNN_MAX_CPU_ISA=AVX2 in the environment, because training crashes on this"
                        + " processor without it, but it is missing");
        assertThatCode(() -> ProcessorGuard.refuse(true, "AVX2")).doesNotThrowAnyException();
        assertThatCode(() -> ProcessorGuard.refuse(false, null)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--speed", "9"}, Set.of("data")))
                .hasMessageContaining("but got '--speed'");
        assertThatThrownBy(
                        () -> CommandLine.parse(new String[0], Set.of("data")).path("data"))
                .hasMessage("Expected --data FOLDER, but it is missing");
    }

    @Test
    void shouldTakePersonOrPictureAsTheSourceOfAnEye() {
        assertThat(EyePictures.source("7,1,open,L,Abdel_Madi_Shabneh_0001_L.jpg"))
                .isEqualTo("Abdel_Madi_Shabneh");
        assertThat(EyePictures.source("0,0,closed,L,closed_eye_0002.jpg_face_2_L.jpg"))
                .isEqualTo("closed_eye_0002");
    }

    private Path ferp(int magic, int[] flags, int[] labels) throws IOException {
        Path file = folder.resolve("faces.ferp.gz");
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(magic);
            for (int number : new int[] {1, 48, 48, 16 + 48 * 48}) {
                out.writeShort(number);
            }
            out.writeInt(flags.length);
            for (int i = 0; i < flags.length; i++) {
                out.writeInt(i);
                out.writeByte(labels[i]);
                out.writeByte(flags[i]);
                out.write(new byte[10 + 48 * 48]);
            }
        }
        return file;
    }
}
