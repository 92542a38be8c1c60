package io.colloquy.reports.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00.400Z");
    private static final Reading.Signals SIGNALS =
            new Reading.Signals("NO_FACE", "LOST", null, null, null, List.of("DARK"), null);

    @Test
    void shouldHaveNoBucketsWithoutReadings() {
        assertThat(Timeline.of(List.of()).buckets()).isEmpty();
    }

    @Test
    void shouldSortReadingsIntoSpans() {
        List<Reading> readings = List.of(
                seen(0, 1, false, 100.0),
                seen(500, 0, false, null),
                seen(999, 2, true, 50.0),
                seen(1_000, 1, false, 80.0),
                notRead(3_200, "UNDECODABLE"));

        Timeline timeline = Timeline.of(readings);

        assertThat(timeline.bucketSeconds()).isEqualTo(1);
        assertThat(timeline.buckets())
                .containsExactly(
                        new Timeline.Bucket(START, 3, 2, 1, 1, 1, 75.0, 0),
                        new Timeline.Bucket(START.plusSeconds(1), 1, 1, 0, 0, 0, 80.0, 0),
                        new Timeline.Bucket(START.plusSeconds(2), 0, 0, 0, 0, 0, null, 0),
                        new Timeline.Bucket(START.plusSeconds(3), 0, 0, 0, 0, 0, null, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 59_999, 60_000, 3_600_000, 86_400_000, 400_000_000_000L})
    void shouldHoldEveryReadingInAFewSpans(long milliseconds) {
        Random random = new Random(7);
        List<Reading> readings = IntStream.range(0, 500)
                .mapToObj(i -> seen(i == 0 ? milliseconds : (long) (random.nextDouble() * milliseconds), 1, false, 1.0))
                .toList();

        Timeline timeline = Timeline.of(readings);

        assertThat(timeline.buckets()).hasSizeBetween(1, 60);
        assertThat(timeline.buckets().stream()
                        .mapToLong(Timeline.Bucket::readings)
                        .sum())
                .isEqualTo(500);
    }

    @Test
    void shouldCountWhatWasNotReadByReason() {
        ReadingCounts counts = ReadingCounts.of(List.of(
                seen(0, 1, true, null),
                seen(1, 3, false, null),
                seen(2, 0, false, null),
                notRead(3, "NO_CONSENT"),
                notRead(4, "NO_CONSENT"),
                notRead(5, "UNDECODABLE")));

        assertThat(counts.readings()).isEqualTo(3);
        assertThat(counts.faces()).isEqualTo(2);
        assertThat(counts.noFace()).isEqualTo(1);
        assertThat(counts.severalFaces()).isEqualTo(1);
        assertThat(counts.blinks()).isEqualTo(1);
        assertThat(counts.lost()).isEqualTo(3);
        assertThat(counts.lowQuality()).isEqualTo(3);
        assertThat(counts.notRead()).containsEntry("NO_CONSENT", 2L).containsEntry("UNDECODABLE", 1L);
    }

    private static Reading seen(long millis, int faces, boolean blink, Double brightness) {
        return new Reading(
                "s",
                millis,
                START.plusMillis(millis),
                START.plusMillis(millis),
                faces,
                true,
                blink,
                brightness,
                null,
                SIGNALS);
    }

    private static Reading notRead(long millis, String reason) {
        return new Reading(
                "s", millis, START.plusMillis(millis), START.plusMillis(millis), null, null, false, null, reason, null);
    }
}
