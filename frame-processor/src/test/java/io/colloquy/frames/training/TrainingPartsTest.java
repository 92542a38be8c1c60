package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(kept.votes().getFirst())
                .contains(List.of(0.0, 0.0, 0.0, 0.25, 0.0, 0.0, 0.75)); // three neutral, one happy
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
        new Augmentation.Variant(true, 0, 0, 0, 1, 1, 0, Augmentation.Hole.NONE).write(picture, 2, target, 0);
        // then
        assertThat(target).containsExactly(1, -1, 1, -1);
    }

    @Test
    void shouldDrawTheSameVariantsFromTheSameSeed() {
        assertThat(Augmentation.STANDARD.draw(new Random(4))).isEqualTo(Augmentation.STANDARD.draw(new Random(4)));
        assertThat(Augmentation.STANDARD.draw(new Random(4))).isNotEqualTo(Augmentation.STANDARD.draw(new Random(5)));
    }

    @Test
    void shouldCoverASquare() {
        // given
        byte[] picture = {(byte) 255, (byte) 255, (byte) 255, (byte) 255};
        float[] target = new float[4];
        // when
        new Augmentation.Variant(false, 0, 0, 0, 1, 1, 0, new Augmentation.Hole(0, 0, 1)).write(picture, 2, target, 0);
        // then
        assertThat(target).containsExactly(0, 1, 1, 1);
    }

    @Test
    void shouldMixTheLabelWithWhatPeopleSaw() {
        // given: pictures voted as 0 are labelled 0 or 1 equally often
        List<Optional<List<Double>>> votes =
                List.of(Optional.of(List.of(1.0, 0.0)), Optional.of(List.of(1.0, 0.0)), Optional.of(List.of(0.0, 1.0)));
        SoftTargets wanted = SoftTargets.of(
                new LabelledPictures(1, List.of(new byte[1], new byte[1], new byte[1]), List.of(0, 1, 1), votes), 2);
        float[] target = new float[4];
        // when
        wanted.write(0, votes.getFirst(), target, 0);
        wanted.write(1, Optional.empty(), target, 2);
        // then
        assertThat(target[0]).isCloseTo(0.8f, within(1e-6f));
        assertThat(target[1]).isCloseTo(0.2f, within(1e-6f));
        assertThat(target[2]).isCloseTo(0.05f, within(1e-6f));
        assertThat(target[3]).isCloseTo(0.95f, within(1e-6f));
    }

    @Test
    void shouldShowRareClassesMoreOften() {
        // given: one picture of class 1 among a hundred
        List<byte[]> pixels = Collections.nCopies(100, new byte[1]);
        List<Integer> labels = new ArrayList<>(Collections.nCopies(100, 0));
        labels.set(50, 1);
        LabelledPictures pictures = LabelledPictures.withoutVotes(1, pixels, labels);
        // when
        Batches batches = new Batches(pictures, SoftTargets.of(pictures, Network.CLASSES), 2, new Random(1));
        // then
        assertThat(batches.count()).isEqualTo(51);
    }

    @Test
    void shouldKeepACheckpoint() throws IOException {
        // given
        Path file = folder.resolve("checkpoint.bin");
        // when
        new Weights(Map.of("kernel", new float[] {1.5f, -2})).save(file, 7, 0.5);
        Weights.Checkpoint loaded = Weights.Checkpoint.load(file);
        // then
        assertThat(loaded.epoch()).isEqualTo(7);
        assertThat(loaded.best()).isEqualTo(0.5);
        assertThat(loaded.weights().of("kernel")).containsExactly(1.5f, -2);
        assertThatThrownBy(() -> loaded.weights().of("bias")).hasMessageContaining("Expected weights named 'bias'");
    }

    @Test
    void shouldRefuseToTrainWhereTheJvmWouldCrash() {
        assertThatThrownBy(() -> ProcessorGuard.refuse(true, null))
                .hasMessage(
                        "Expected ONEDNN_MAX_CPU_ISA=AVX512_CORE in the environment, because training crashes on this"
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
                out.write(new byte[] {3, 1});
                out.write(new byte[8 + 48 * 48]);
            }
        }
        return file;
    }
}
