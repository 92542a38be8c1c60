package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackBytesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final Track FULL = new Track(
            Optional.of(new FacePlace(new Box(10, 20, 100, 101), -18)),
            Optional.of(new LastSeen(new FacePlace(new Box(1, 2, 30, 31), 36), AT.minusSeconds(4))),
            List.of(new Box(300, 40, 50, 50), new Box(0, 0, 30, 30)),
            new Searches(Optional.of(AT), Optional.of(AT.minusSeconds(9)), 2),
            new EyePlaces(Optional.of(new EyePlaces.Place(0.3, 0.4, 0.25)), Optional.empty()),
            new EyeCalibration(-1.75, Optional.of(AT)),
            new BlinkWatch(Optional.of(AT), true, Optional.of(AT.minusMillis(60)), Optional.of(AT.minusMillis(30))),
            new BlinkRate(List.of(
                    new BlinkRate.Span(AT.minusSeconds(9), 4_900, 2), new BlinkRate.Span(AT.minusSeconds(3), 700, 0))),
            Optional.of(new Smoothing(AT, Probabilities.of(new float[] {0.1f, 0.2f, 0.1f, 0.1f, 0.1f, 0.3f, 0.1f}))));

    @Test
    void shouldGiveBackWhatWasWritten() {
        assertThat(TrackBytes.read(TrackBytes.write(FULL))).isEqualTo(FULL);
        assertThat(TrackBytes.read(TrackBytes.write(Track.NEW))).isEqualTo(Track.NEW);
    }

    @Test
    void shouldBeginAnewFromBytesOfAnotherVersion() {
        // given
        byte[] bytes = TrackBytes.write(FULL);
        bytes[0] = 9;
        // when
        Track track = TrackBytes.read(bytes);
        // then
        assertThat(track).isEqualTo(Track.NEW);
    }

    @Test
    void shouldRefuseBytesThatEndTooEarly() {
        byte[] half = Arrays.copyOf(TrackBytes.write(FULL), 40);
        assertThatThrownBy(() -> TrackBytes.read(half))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Expected the bytes of a track");
    }
}
