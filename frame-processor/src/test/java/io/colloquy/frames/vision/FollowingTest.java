package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the tracker follows when people come and go, on pictures put together from real ones. */
class FollowingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final FrameAnalyser ANALYSER = new FrameAnalyser();

    /** Where the candidate's face is in the pictures, with some margin. */
    private static final Box SEAT = new Box(190, 30, 115, 125);

    private static Composed alone;
    private static Composed withLarger;
    private static Composed largerOnly;
    private static Composed nobody;

    @BeforeAll
    static void compose() {
        alone = Composed.frame("intel_head-pose-male_00");
        Composed other = Composed.frame("fer_justin");
        Box head = new Box(60, 20, 260, 260);
        withLarger = alone.with(other, head, 0, 30, 195);
        nobody = alone.covered(SEAT);
        largerOnly = nobody.with(other, head, 0, 30, 195);
    }

    @AfterAll
    static void close() {
        ANALYSER.close();
    }

    @Test
    void shouldStayWithTheCandidateWhenSomebodyLargerComes() {
        // when
        Stream stream = new Stream().show(alone, 3).show(withLarger, 12);
        // then
        assertThat(stream.reads).allMatch(read -> read.candidate() == 0 && inSeat(read));
        assertThat(stream.shifts()).containsExactly(PresenceShift.FOUND, PresenceShift.OTHERS_CAME);
        FrameAnalysis.Read last = stream.reads.getLast();
        assertThat(last.presence()).isEqualTo(Presence.SEVERAL_FACES);
        assertThat(last.faces().get(1).area()).isGreaterThan(last.faces().get(0).area());
    }

    @Test
    void shouldWaitForTheCandidateWhoIsCoveredWhileSomebodyLargerIsThere() {
        // when
        Stream stream = new Stream()
                .show(alone, 3)
                .show(withLarger, 8)
                .show(largerOnly, 5)
                .show(withLarger, 3);
        // then
        assertThat(stream.shifts())
                .containsExactly(
                        PresenceShift.FOUND, PresenceShift.OTHERS_CAME, PresenceShift.LOST, PresenceShift.BACK);
        assertThat(stream.reads.subList(11, 16))
                .allMatch(read -> read.candidate() == -1 && read.presence() == Presence.OTHERS_ONLY);
        assertThat(stream.reads.subList(16, 19)).allMatch(read -> read.candidate() == 0 && inSeat(read));
    }

    @Test
    void shouldWaitForTheCandidateAlsoWhenTheLargerOneComesInTheSameMoment() {
        // when
        Stream stream = new Stream().show(alone, 3).show(largerOnly, 5).show(withLarger, 3);
        // then
        assertThat(stream.reads.subList(3, 8)).allMatch(read -> read.presence() == Presence.OTHERS_ONLY);
        assertThat(stream.shifts()).containsExactly(PresenceShift.FOUND, PresenceShift.LOST, PresenceShift.BACK);
        assertThat(stream.reads.getLast()).matches(FollowingTest::inSeat);
    }

    @Test
    void shouldTakeTheOtherForTheCandidateAfterAWhileAndGoBackWhenTheFirstReturns() {
        // when
        Stream stream = new Stream().show(alone, 3).show(largerOnly, 14).show(withLarger, 12);
        // then
        assertThat(stream.shifts())
                .containsExactly(PresenceShift.FOUND, PresenceShift.LOST, PresenceShift.REPLACED, PresenceShift.BACK);
        assertThat(stream.reads.getLast()).matches(FollowingTest::inSeat);
    }

    @Test
    void shouldSayWhenTheFaceIsLostAndWhenItIsBack() {
        // when
        Stream stream =
                new Stream().show(nobody, 2).show(alone, 3).show(nobody, 4).show(alone, 2);
        // then
        assertThat(stream.reads.stream().map(FrameAnalysis.Read::shift))
                .containsExactly(
                        PresenceShift.NONE,
                        PresenceShift.NONE,
                        PresenceShift.FOUND,
                        PresenceShift.NONE,
                        PresenceShift.NONE,
                        PresenceShift.LOST,
                        PresenceShift.NONE,
                        PresenceShift.NONE,
                        PresenceShift.NONE,
                        PresenceShift.BACK,
                        PresenceShift.NONE);
        assertThat(stream.reads.subList(5, 9)).allMatch(read -> read.presence() == Presence.NO_FACE);
    }

    @Test
    void shouldSeeThatTheOthersLeft() {
        // when
        Stream stream = new Stream().show(alone, 2).show(withLarger, 8).show(alone, 10);
        // then
        assertThat(stream.shifts())
                .containsExactly(PresenceShift.FOUND, PresenceShift.OTHERS_CAME, PresenceShift.OTHERS_LEFT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -15, -10, 10, 15, 20})
    void shouldFindTiltedHeads(double degrees) {
        // when
        FrameAnalysis.Read read = new Stream()
                .show(Composed.frame("pyfeat_webcam_001").turned(degrees, 292, 180), 1)
                .reads
                .getFirst();
        // then
        assertThat(read.candidate()).isZero();
        OptionalDouble roll = read.quality().orElseThrow().pose().roll();
        assertThat(roll.orElse(degrees)).isBetween(degrees - 8, degrees + 8);
    }

    @Test
    void shouldFollowAHeadThatIsTiltedFarther() {
        // when
        Stream stream = new Stream();
        for (int degrees = 0; degrees <= 40; degrees += 4) {
            stream.show(Composed.frame("pyfeat_webcam_001").turned(degrees, 292, 180), 1);
        }
        // then
        assertThat(stream.reads).allMatch(read -> read.candidate() == 0);
        assertThat(stream.reads.getLast().quality().orElseThrow().flags()).contains(QualityFlag.TILTED);
    }

    private static boolean inSeat(FrameAnalysis.Read read) {
        Box face = read.face().orElse(new Box(0, 0, 0, 0));
        return face.middleX() > SEAT.x() && face.middleX() < SEAT.x() + SEAT.width() && face.width() < 110;
    }

    /** Frames at 2 a second, as scripted. */
    private static final class Stream {
        private final List<FrameAnalysis.Read> reads = new ArrayList<>();

        Stream show(Composed picture, int times) {
            for (int i = 0; i < times; i++) {
                Track track = reads.isEmpty() ? Track.NEW : reads.getLast().next();
                Instant at = START.plusMillis(reads.size() * 500L);
                reads.add((FrameAnalysis.Read) ANALYSER.analyse(picture.jpeg(), at, track, false));
            }
            return this;
        }

        List<PresenceShift> shifts() {
            return reads.stream()
                    .map(FrameAnalysis.Read::shift)
                    .filter(shift -> shift != PresenceShift.NONE)
                    .toList();
        }
    }
}
