package io.colloquy.sessions.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.sessions.readings.EmotionSeen;
import io.colloquy.sessions.readings.FrameId;
import io.colloquy.sessions.readings.FrameSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingsStateTest {
    private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

    @Test
    void shouldCountEachBlinkOnceAndNeverGoBack() {
        // given
        ReadingsState state = ReadingsState.EMPTY
                .with(frame("a", 0, false))
                .with(frame("a", 1, true))
                .with(frame("a", 2, false));

        // when
        ReadingsState repeated = state.with(frame("a", 1, true)).with(frame("a", 2, true));

        // then
        assertThat(repeated).isSameAs(state);
        assertThat(snapshot(state).blinks()).isEqualTo(1);
        assertThat(snapshot(state).frameSeq()).isEqualTo(2);
        assertThat(snapshot(state).version()).isEqualTo(3);
    }

    @Test
    void shouldFollowTheNewestStreamAndCountStragglersOfTheOlder() {
        // given
        ReadingsState state = ReadingsState.EMPTY.with(frame("a", 7, false)).with(frame("b", 0, true));

        // when
        ReadingsState later = state.with(frame("a", 8, true));

        // then
        assertThat(snapshot(later).stream()).isEqualTo("b");
        assertThat(snapshot(later).blinks()).isEqualTo(2);
    }

    @Test
    void shouldShowTheSameHoweverTheTwoTopicsInterleave() {
        for (long seed = 0; seed < 500; seed++) {
            // given
            Random random = new Random(seed);
            List<Object> frames = new ArrayList<>();
            List<Object> emotions = new ArrayList<>();
            for (int seq = 0; seq < 20; seq++) {
                boolean read = random.nextInt(4) > 0;
                frames.add(read ? frame("a", seq, random.nextBoolean()) : notRead("a", seq));
                if (read) {
                    emotions.add(emotion("a", seq));
                }
            }

            // when
            ReadingsState one = ReadingsState.EMPTY;
            for (Object seen : shuffled(frames, emotions, random)) {
                one = with(one, seen);
            }

            // then
            ReadingsState other = ReadingsState.EMPTY;
            for (Object seen : frames) {
                other = with(other, seen);
            }
            for (Object seen : emotions) {
                other = with(other, seen);
            }
            assertThat(one).as("seed %d", seed).isEqualTo(other);
        }
    }

    @Test
    void shouldShowNoEmotionOnceFramesAreNotReadAnyMore() {
        ReadingsState read = ReadingsState.EMPTY.with(frame("a", 0, false)).with(emotion("a", 0));
        assertThat(snapshot(read).emotion().probabilities().keySet()).containsExactlyElementsOf(EmotionSeen.LABELS);

        ReadingsState refused = read.with(notRead("a", 1));

        assertThat(snapshot(refused).emotion()).isNull();
        assertThat(snapshot(refused).reason()).isEqualTo("NO_CONSENT");
        assertThat(snapshot(refused).face()).isNull();
    }

    @Test
    void shouldKeepShowingTheLastReadingWhileFramesAreSkippedForNewerOnes() {
        ReadingsState read = ReadingsState.EMPTY.with(frame("a", 0, false)).with(emotion("a", 0));

        ReadingsState skipping =
                read.with(notRead("a", 1, "SKIPPED_OVERLOAD")).with(notRead("b", 0, "SKIPPED_OVERLOAD"));

        assertThat(skipping).isEqualTo(read);
        assertThat(snapshot(skipping.with(frame("b", 1, false))).stream()).isEqualTo("b");
        assertThat(snapshot(skipping.with(notRead("a", 2, "TOO_OLD"))).reason()).isEqualTo("TOO_OLD");
    }

    @Test
    void shouldShowEmotionsWhereFaceSignalsAreOffWhileTheyAreFresh() {
        ReadingsState read = ReadingsState.EMPTY.with(emotion("a", 0)).with(notRead("a", 0, "FACE_SIGNALS_OFF", AT));
        assertThat(snapshot(read).emotion()).isNotNull();

        ReadingsState next = read.with(notRead("a", 1, "FACE_SIGNALS_OFF", AT.plusMillis(1_900)));
        ReadingsState gone = next.with(notRead("a", 2, "FACE_SIGNALS_OFF", AT.plusMillis(2_100)));

        assertThat(snapshot(next).emotion()).isNotNull();
        assertThat(snapshot(gone).emotion()).isNull();
    }

    @Test
    void shouldShowWhoIsThereAndHowWellTheyCanBeSeen() {
        ReadingsSnapshot shown = snapshot(ReadingsState.EMPTY.with(frame("a", 0, false)));

        assertThat(shown.presence()).isEqualTo("ONE_FACE");
        assertThat(shown.blinksPerMinute()).isEqualTo(12.0);
        assertThat(shown.quality())
                .isEqualTo(new ReadingsSnapshot.Quality(10.0, 100.0, 40.0, null, List.of("LOW_SHARPNESS")));
    }

    @Test
    void shouldBeReadFromItsJsonAsItWas() {
        ReadingsState state = ReadingsState.EMPTY.with(frame("a", 0, true)).with(emotion("a", 0));

        assertThat(Json.read(Json.write(state), ReadingsState.class)).isEqualTo(state);
    }

    private static ReadingsSnapshot snapshot(ReadingsState state) {
        return state.snapshot().orElseThrow();
    }

    private static ReadingsState with(ReadingsState state, Object seen) {
        return seen instanceof FrameSeen frame ? state.with(frame) : state.with((EmotionSeen) seen);
    }

    /** Each list in its own order. */
    private static List<Object> shuffled(List<Object> one, List<Object> other, Random random) {
        List<Boolean> turns = new ArrayList<>(Collections.nCopies(one.size(), true));
        turns.addAll(Collections.nCopies(other.size(), false));
        Collections.shuffle(turns, random);
        var first = one.iterator();
        var second = other.iterator();
        return turns.stream().map(turn -> turn ? first.next() : second.next()).toList();
    }

    private static FrameSeen frame(String stream, long seq, boolean blink) {
        FrameSeen.Details details =
                new FrameSeen.Details("ONE_FACE", "NONE", 40.0, null, List.of("LOW_SHARPNESS"), 12.0);
        FrameSeen.Picture picture = new FrameSeen.Picture(
                640, 480, 1, new FrameSeen.Box(1, 2, 3, 4), true, blink, 10.0, 100.0, 900, details);
        return new FrameSeen(new FrameId("s", stream, seq), "o", AT, AT, AT, picture, null);
    }

    private static FrameSeen notRead(String stream, long seq) {
        return notRead(stream, seq, "NO_CONSENT");
    }

    private static FrameSeen notRead(String stream, long seq, String reason) {
        return notRead(stream, seq, reason, AT);
    }

    private static FrameSeen notRead(String stream, long seq, String reason, Instant at) {
        return new FrameSeen(new FrameId("s", stream, seq), "o", at, at, at, null, reason);
    }

    private static EmotionSeen emotion(String stream, long seq) {
        List<Float> even = Collections.nCopies(EmotionSeen.LABELS.size(), 1f / EmotionSeen.LABELS.size());
        return new EmotionSeen(new FrameId("s", stream, seq), "o", AT, AT, even, even, "hash");
    }
}
