package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.frames.vision.RealPictures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateModelsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldMeasureEyes() throws IOException {
        // given
        Path file = RealPictures.folder("eyes").resolve("train.eyep.gz");
        // when
        Map<String, Object> facts = ModelEvaluation.of(file, 0, EmotionModel::bundled);
        // then
        assertThat(facts).containsEntry("kind", "eyes").containsKeys("accuracy", "classes", "calibration_error");
        assertThat(EvaluationTable.of(facts)).contains("closed", "open", "milliseconds per image");
    }

    @Test
    void shouldReadTheCommandLine() {
        // when
        var request = EvaluateModels.Request.parse(
                List.of("a.ferp.gz", "--exclude-flags", "0x6", "--json", "b.eyep.gz", "--model", "other"));
        // then
        assertThat(request.files()).containsExactly(Path.of("a.ferp.gz"), Path.of("b.eyep.gz"));
        assertThat(request.excludedFlags()).isEqualTo(6);
        assertThat(request.model()).contains(Path.of("other"));
        assertThat(request.json()).isTrue();
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        assertThatThrownBy(() -> EvaluateModels.Request.parse(List.of("--json")))
                .hasMessage("Expected at least one file of faces (.ferp.gz) or eyes (.eyep.gz), but got none");
        assertThatThrownBy(() -> EvaluateModels.Request.parse(List.of("--fast", "a")))
                .hasMessageContaining("but got '--fast'");
        assertThatThrownBy(() -> EvaluateModels.Request.parse(List.of("a", "--exclude-flags", "two")))
                .hasMessage("Expected a whole number after --exclude-flags, but got 'two'");
        assertThatThrownBy(() -> EvaluateModels.Request.parse(List.of("a", "--model")))
                .hasMessage("Expected --model FOLDER, but its value is missing");
    }

    @Test
    void shouldRefuseAFileOfAnotherKind() throws IOException {
        // given
        Path text = Files.writeString(folder.resolve("faces.ferp.gz"), "no faces");
        Path other = zipped("other.gz", new byte[] {1, 2, 3, 4});
        Path empty = zipped("empty.gz", new byte[0]);
        // then
        assertThatThrownBy(() -> DataFile.kind(text)).hasMessageContaining("is not compressed with gzip");
        assertThatThrownBy(() -> DataFile.kind(other)).hasMessageContaining("begins otherwise");
        assertThatThrownBy(() -> DataFile.kind(empty)).hasMessageContaining("or empty");
        assertThatThrownBy(() -> DataFile.kind(folder)).hasMessageContaining("that is a folder");
        assertThatThrownBy(() -> DataFile.kind(folder.resolve("missing"))).hasMessageContaining("but there is none");
    }

    @Test
    void shouldRefuseAFileThatEndsTooEarly() throws IOException {
        // given: a header that promises one face
        byte[] header = {'F', 'E', 'R', 'P', 0, 1, 0, 48, 0, 48, 9, 16, 0, 0, 0, 1, 0, 0};
        // when
        Path file = zipped("short.ferp.gz", header);
        // then
        assertThatThrownBy(() -> ModelEvaluation.of(file, 0, EmotionModel::bundled))
                .hasMessage("Expected 1 records in 'short.ferp.gz', but it ends in record 1");
    }

    @Test
    void shouldRefuseAnArchiveThatIsCutOff() throws IOException {
        // given
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        System.arraycopy(new byte[] {'F', 'E', 'R', 'P', 0, 1, 0, 48, 0, 48, 9, 16, 0, 0, 0, 9}, 0, noise, 0, 16);
        Path whole = zipped("whole.ferp.gz", noise);
        // when
        Path half = Files.write(folder.resolve("half.ferp.gz"), Arrays.copyOf(Files.readAllBytes(whole), 10_000));
        // then
        assertThatThrownBy(() -> ModelEvaluation.of(half, 0, EmotionModel::bundled))
                .hasMessageContaining("Expected a whole file of labelled pictures in")
                .hasMessageContaining("but it is cut off or damaged");
    }

    private Path zipped(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }
}
