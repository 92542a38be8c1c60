package io.colloquy.reports.readings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A session's readings in equal spans of time, from the first frame to the last.
 *
 * @param bucketSeconds length of each span
 * @param buckets without gaps, in order
 */
public record Timeline(long bucketSeconds, List<Bucket> buckets) {
    private static final int MOST_BUCKETS = 60;
    private static final List<Long> WIDTHS = List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 1_800L, 3_600L);

    /**
     * One span.
     *
     * @param from its start
     * @param readings frames that were read
     * @param faces frames with at least one face
     * @param noFace frames read without any
     * @param severalFaces frames with more than one
     * @param blinks blinks that ended in it
     * @param brightness mean over the frames that tell, 0 to 255; null when none does
     * @param notRead frames that were not read
     */
    public record Bucket(
            Instant from,
            long readings,
            long faces,
            long noFace,
            long severalFaces,
            long blinks,
            Double brightness,
            long notRead) {}

    /** Sorts readings into at most {@value #MOST_BUCKETS} spans; none make none. */
    public static Timeline of(List<Reading> readings) {
        if (readings.isEmpty()) {
            return new Timeline(WIDTHS.getFirst(), List.of());
        }
        Instant first = readings.stream()
                .map(Reading::capturedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = readings.stream()
                .map(Reading::capturedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        long width = width(Duration.between(first, last).toSeconds() + 1);
        return new Timeline(width, buckets(readings, first, last, width));
    }

    private static long width(long seconds) {
        return WIDTHS.stream()
                .filter(width -> seconds <= width * MOST_BUCKETS)
                .findFirst()
                .orElse(Math.ceilDiv(seconds, (long) MOST_BUCKETS));
    }

    private static List<Bucket> buckets(List<Reading> readings, Instant first, Instant last, long width) {
        int count = index(first, last, width) + 1;
        List<List<Reading>> sorted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sorted.add(new ArrayList<>());
        }
        readings.forEach(
                reading -> sorted.get(index(first, reading.capturedAt(), width)).add(reading));
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            buckets.add(bucket(first.plusSeconds(i * width), sorted.get(i)));
        }
        return List.copyOf(buckets);
    }

    private static int index(Instant first, Instant at, long width) {
        return Math.toIntExact(Duration.between(first, at).toSeconds() / width);
    }

    private static Bucket bucket(Instant from, List<Reading> readings) {
        ReadingCounts counts = ReadingCounts.of(readings);
        var brightness = readings.stream()
                .filter(reading -> reading.brightness() != null)
                .mapToDouble(Reading::brightness)
                .average();
        return new Bucket(
                from,
                counts.readings(),
                counts.faces(),
                counts.noFace(),
                counts.severalFaces(),
                counts.blinks(),
                brightness.isPresent() ? brightness.getAsDouble() : null,
                readings.size() - counts.readings());
    }
}
