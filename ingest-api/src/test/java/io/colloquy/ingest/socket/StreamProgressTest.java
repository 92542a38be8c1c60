package io.colloquy.ingest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.ingest.frames.FrameRefusal;
import io.colloquy.ingest.socket.StreamProgress.Ack;
import io.colloquy.ingest.socket.StreamProgress.Refused;
import io.colloquy.ingest.socket.StreamProgress.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamProgressTest {
    private final StreamProgress progress = new StreamProgress(-1);

    @Test
    void shouldAcknowledgeInOrderWhateverTheOrderOfStoring() {
        // given
        takeUpTo(2);

        // when
        Optional<Ack> second = progress.stored(1);
        Optional<Ack> third = progress.stored(2);
        Optional<Ack> first = progress.stored(0);

        // then
        assertThat(second).isEmpty();
        assertThat(third).isEmpty();
        assertThat(first).contains(new Ack(2, List.of()));
    }

    @Test
    void shouldStoreARepeatedFrameOnce() {
        // given
        assertThat(progress.offer(0)).isEqualTo(Verdict.TAKE);

        // when, then
        assertThat(progress.offer(0)).isEqualTo(Verdict.IN_FLIGHT);
        assertThat(progress.stored(0)).isPresent();
        assertThat(progress.offer(0)).isEqualTo(Verdict.SETTLED);
        assertThat(progress.current()).isEqualTo(new Ack(0, List.of()));
    }

    @Test
    void shouldNotTakeAFrameBeforeThoseInFrontOfIt() {
        // given
        assertThat(progress.offer(0)).isEqualTo(Verdict.TAKE);

        // when, then
        assertThat(progress.offer(2)).isEqualTo(Verdict.GAP);
        assertThat(progress.offer(1)).isEqualTo(Verdict.TAKE);
        assertThat(progress.offer(2)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void shouldTakeAFailedFrameAgainAndHoldBackTheAckUntilThen() {
        // given
        takeUpTo(2);
        progress.failed(1);

        // when
        Optional<Ack> first = progress.stored(0);
        Optional<Ack> third = progress.stored(2);

        // then
        assertThat(first).contains(new Ack(0, List.of()));
        assertThat(third).isEmpty();
        assertThat(progress.offer(2)).isEqualTo(Verdict.SETTLED);
        assertThat(progress.offer(1)).isEqualTo(Verdict.TAKE);
        assertThat(progress.stored(1)).contains(new Ack(2, List.of()));
    }

    @Test
    void shouldSettleARefusedFrameWithItsReasonOnce() {
        // given
        takeUpTo(2);

        // when
        Optional<Ack> refused = progress.refused(1, FrameRefusal.NOT_A_JPEG);
        Optional<Ack> first = progress.stored(0);
        Optional<Ack> last = progress.stored(2);

        // then
        assertThat(refused).isEmpty();
        assertThat(first).contains(new Ack(1, List.of(new Refused(1, FrameRefusal.NOT_A_JPEG))));
        assertThat(last).contains(new Ack(2, List.of()));
    }

    @Test
    void shouldTakeNoMoreThanTheWindow() {
        // given
        takeUpTo(StreamProgress.WINDOW - 1);

        // when, then
        assertThat(progress.offer(StreamProgress.WINDOW)).isEqualTo(Verdict.WINDOW_FULL);
        assertThat(progress.stored(0)).isPresent();
        assertThat(progress.offer(StreamProgress.WINDOW)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void shouldGoOnWhereTheStreamWas() {
        // given
        StreamProgress resumed = new StreamProgress(41);

        // when, then
        assertThat(resumed.offer(41)).isEqualTo(Verdict.SETTLED);
        assertThat(resumed.offer(42)).isEqualTo(Verdict.TAKE);
        assertThat(resumed.offer(44)).isEqualTo(Verdict.GAP);
    }

    @Test
    void shouldBelieveAClientThatSawMoreAcknowledgedThanIsRemembered() {
        // given
        StreamProgress resumed = new StreamProgress(41);

        // when, then
        assertThat(resumed.offer(50)).isEqualTo(Verdict.TAKE);
        assertThat(resumed.stored(50)).contains(new Ack(50, List.of()));
    }

    /** A client that sends again what is not acknowledged, a store that fails at random and answers in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void shouldLoseAndDoubleNothing(long seed) {
        Random random = new Random(seed);
        List<Long> stored = new ArrayList<>();
        Set<Long> refused = new HashSet<>();
        List<Long> flying = new ArrayList<>();
        long acknowledged = -1;
        long frames = 200;
        while (acknowledged < frames - 1) {
            for (long seq = acknowledged + 1; seq <= Math.min(acknowledged + 16, frames - 1); seq++) {
                if (progress.offer(seq) == Verdict.TAKE) {
                    flying.add(seq);
                }
            }
            long seq = flying.remove(random.nextInt(flying.size()));
            Optional<Ack> ack = Optional.empty();
            switch (random.nextInt(4)) {
                case 0 -> progress.failed(seq);
                case 1 -> {
                    ack = progress.refused(seq, FrameRefusal.NO_CONSENT);
                    refused.add(seq);
                }
                default -> {
                    ack = progress.stored(seq);
                    stored.add(seq);
                }
            }
            if (ack.isPresent()) {
                assertThat(ack.get().seq()).isGreaterThan(acknowledged);
                acknowledged = ack.get().seq();
                ack.get()
                        .refused()
                        .forEach(it -> assertThat(refused.remove(it.seq())).isTrue());
                for (long done = 0; done <= acknowledged; done++) {
                    assertThat(flying).doesNotContain(done);
                }
            }
        }
        assertThat(stored).doesNotHaveDuplicates();
        assertThat(refused).isEmpty();
    }

    private void takeUpTo(long last) {
        for (long seq = 0; seq <= last; seq++) {
            assertThat(progress.offer(seq)).isEqualTo(Verdict.TAKE);
        }
    }
}
