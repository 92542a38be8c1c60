package io.colloquy.frames.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Duration YOUNG = Duration.ofMillis(500);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration ANCIENT = Duration.ofSeconds(11);
    private static final int PARTITION = 3;

    private final Queue queue = new Queue();
    private final Backlog backlog = new Backlog(new AgeLimits(Duration.ofSeconds(1), Duration.ofSeconds(10)), queue);

    @Test
    void shouldLeaveNothingOutWhileNothingIsLate() {
        queue.holds("anna", "anna", "anna");

        assertThat(judge(0, YOUNG)).isEmpty();
        assertThat(judge(1, YOUNG)).isEmpty();
        assertThat(queue.looks).isEmpty();
    }

    @Test
    void shouldLookAtTheNewestOfEachSessionOnly() {
        queue.holds("anna", "ben", "anna", "anna", "carl", "ben");

        List<Optional<Skipped>> judged = new ArrayList<>();
        for (int offset = 0; offset < 6; offset++) {
            judged.add(judge(offset, LATE));
        }

        Optional<Skipped> skipped = Optional.of(Skipped.SKIPPED_OVERLOAD);
        assertThat(judged)
                .containsExactly(skipped, skipped, skipped, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldLookAheadOnceForEverythingThatItSaw() {
        queue.holds("anna", "ben", "anna");
        judge(0, LATE);
        queue.holds("anna", "ben", "anna", "anna", "anna");

        assertThat(judge(2, LATE)).as("newest as of the look").isEmpty();
        assertThat(queue.looks).containsExactly(1L);

        assertThat(judge(3, LATE)).as("behind the horizon").contains(Skipped.SKIPPED_OVERLOAD);
        assertThat(queue.looks).containsExactly(1L, 4L);
    }

    @Test
    void shouldLeaveOutWhatIsTooOldWithoutLookingAhead() {
        queue.holds("anna");

        assertThat(judge(0, ANCIENT)).contains(Skipped.TOO_OLD);
        assertThat(queue.looks).isEmpty();
    }

    @Test
    void shouldLeaveOutNothingThatItCannotKnowToBeOld() {
        queue.holds("anna", "anna");
        queue.blind = true;

        assertThat(judge(0, LATE)).isEmpty();
        assertThat(judge(1, LATE)).isEmpty();
    }

    @Test
    void shouldRefuseLimitsThatCannotHold() {
        assertThatThrownBy(() -> new AgeLimits(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("Expected frames to be late");
        assertThatThrownBy(() -> new AgeLimits(Duration.ofSeconds(-1), Duration.ofSeconds(1)))
                .hasMessageContaining("Expected frames to be late");
    }

    private Optional<Skipped> judge(int offset, Duration age) {
        return backlog.judge(queue.sessions.get(offset), PARTITION, offset, age);
    }

    /** One partition, in memory. */
    private static final class Queue implements LookAhead {
        private final List<Long> looks = new ArrayList<>();
        private List<String> sessions = List.of();
        private boolean blind;

        void holds(String... frames) {
            sessions = List.of(frames);
        }

        @Override
        public Horizon from(int partition, long offset) {
            assertThat(partition).isEqualTo(PARTITION);
            looks.add(offset);
            Map<String, Long> newest = new HashMap<>();
            int end = blind ? (int) offset : sessions.size();
            for (int i = (int) offset; i < end; i++) {
                newest.put(sessions.get(i), (long) i);
            }
            return new Horizon(end, newest);
        }
    }
}
