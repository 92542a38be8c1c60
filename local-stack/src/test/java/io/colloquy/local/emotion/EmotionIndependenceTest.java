package io.colloquy.local.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permuting every reading changes no evaluation, no question and no outcome, byte for byte. */
class EmotionIndependenceTest {
    private static final int FRAMES = 120;
    private static final int PERMUTATIONS = 12;
    private static final Readings.Seen ANGRY = new Readings.Seen(1, true, true, 0);
    private static final Readings.Seen AWAY = new Readings.Seen(0, false, false, 6);

    private final EventSerdes serdes = new EventSerdes(new RegistryInMemory());
    private final Sealer sealer = new Sealer(new KeysInMemory());
    private final ScriptedInterview interview = new ScriptedInterview(serdes, sealer, "");

    @TempDir
    private Path folder;

    private int runs;

    @Test
    void shouldReadNothingThatComesFromAFrame() {
        // given
        List<String> fromFrames =
                List.of(Topics.FRAMES.name(), Topics.FRAME_READINGS.name(), Topics.EMOTION_READINGS.name());

        // when
        var deciding = BothTopologies.sources(BothTopologies.decider(serdes));
        var evaluating =
                BothTopologies.sources(BothTopologies.evaluator(serdes, sealer, Clock.systemUTC(), new ArrayList<>()));

        // then
        assertThat(deciding).isNotEmpty().doesNotContainAnyElementsOf(fromFrames);
        assertThat(evaluating).isNotEmpty().doesNotContainAnyElementsOf(fromFrames);
    }

    @Test
    void shouldDecideAndEvaluateTheSameWhateverWasSeen() {
        // given
        long seed = System.nanoTime();
        System.out.println("EmotionIndependenceTest: seed " + seed);
        Random random = new Random(seed);
        Readings readings = Readings.random(FRAMES, random);
        List<String> expected = run(interview, readings);

        // when, then
        assertThat(expected)
                .as("written by a whole interview")
                .anyMatch(line -> line.contains("AnswerScored"))
                .anyMatch(line -> line.contains("NotGradable"))
                .anyMatch(line -> line.contains("SessionEvaluated"));
        assertThat(run(interview, Readings.NONE)).as("no reading at all").isEqualTo(expected);
        assertThat(run(interview, readings.reversed()))
                .as("the other way round")
                .isEqualTo(expected);
        assertThat(run(interview, Readings.all(FRAMES, ANGRY)))
                .as("angry all the time")
                .isEqualTo(expected);
        assertThat(run(interview, Readings.all(FRAMES, AWAY))).as("never there").isEqualTo(expected);
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            assertThat(run(interview, readings.shuffled(random)))
                    .as("permutation %d of seed %d", permutation, seed)
                    .isEqualTo(expected);
        }
    }

    /** Or else the comparison above would hold of anything. */
    @Test
    void shouldEvaluateAnotherAnswerDifferently() {
        // given
        Readings readings = Readings.random(FRAMES, new Random(1));

        // when
        List<String> one = run(interview, readings);
        List<String> other = run(new ScriptedInterview(serdes, sealer, " Besides, I never test."), readings);

        // then
        assertThat(one).hasSameSizeAs(other).isNotEqualTo(other);
    }

    private List<String> run(ScriptedInterview script, Readings readings) {
        Path place = folder.resolve("run-" + runs++);
        try (BothTopologies both = new BothTopologies(serdes, sealer, place, ScriptedInterview.TIME)) {
            script.play(both, readings);
            return both.outputs().stream().map(EmotionIndependenceTest::bytes).toList();
        }
    }

    /** Topic, key, and the hash of headers and value: short enough to be read when they differ. */
    private static String bytes(BothTopologies.Output output) {
        StringBuilder all = new StringBuilder();
        output.headers()
                .forEach(header -> all.append(header.key())
                        .append('=')
                        .append(HexFormat.of().formatHex(header.value()))
                        .append(' '));
        all.append(HexFormat.of().formatHex(output.value()));
        String type = new String(output.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        byte[] hash = Ids.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        return "%s %s %s %s"
                .formatted(output.topic(), output.key(), type, HexFormat.of().formatHex(hash));
    }
}
