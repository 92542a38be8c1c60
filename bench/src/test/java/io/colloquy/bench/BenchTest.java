package io.colloquy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.local.Progress;
import io.colloquy.local.StackHome;
import io.colloquy.platform.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs every row on the real stack, too briefly to say how fast anything is. */
final class BenchTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path folder;

    @Test
    void shouldMeasureEveryRow() throws Exception {
        // given
        StackHome home = StackHome.at(folder.resolve("stack"), System.getenv());
        Plan plan = new Plan(1, Duration.ofMillis(100), Duration.ofMillis(300), 2, 1);

        // when
        Report report = Bench.measure(home, plan, Bench.allRows(), Progress.silent());

        // then
        assertThat(report.rows()).extracting(RowResult::row).containsExactly("ingest", "frames", "evaluator");
        assertThat(report.rows())
                .flatExtracting(RowResult::figures)
                .allSatisfy(figure -> assertThat(figure.spread().median()).isFinite());
        assertThat(report.table()).contains("ratio of frames/s", "sessions per core", "ratio of answers/s");

        // and
        Path file = folder.resolve("bench.json");
        report.write(file);
        assertThat(Json.MAPPER.readTree(file.toFile()).path("rows")).hasSize(3);
    }
}
