package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * {@link DecoderFuzz} for {@code colloquy.fuzz.seconds} (20) from {@code colloquy.fuzz.seed} (the clock), in a process of its
 * own: should native code crash, this one lives to tell the seed. What it says on
 * stderr, the decoder's remarks among it, is in {@code target/fuzz-stderr}.
 */
@EnabledOnOs(OS.LINUX)
class DecoderFuzzTest {

    @Test
    void shouldAnswerEveryMutationWithAPictureOrAReason() throws IOException, InterruptedException {
        // given
        long seed = Long.getLong("colloquy.fuzz.seed", System.nanoTime());
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecoderFuzz.class.getName(),
                        Long.toString(seed),
                        Long.toString(Long.getLong("colloquy.fuzz.seconds", 20)))
                .redirectError(
                        ProcessBuilder.Redirect.to(Path.of("target/fuzz-stderr").toFile()));

        // when
        System.out.printf("fuzzing the decoder from -Dcolloquy.fuzz.seed=%d%n", seed);
        Process fuzz = process.start();
        String said = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = fuzz.waitFor();

        // then
        System.out.print(said);
        assertThat(code).as("exit code; seed %d: %s", seed, said).isZero();
        assertThat(said)
                .contains("READ=", "UNDECODABLE=", "TRUNCATED=", "TOO_MANY_PIXELS=")
                .doesNotContain("EMPTY");
    }
}
