package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Blinks per minute over the time in which the eyes could be seen within the last {@code 60 s}. It is unknown before 20
 * seconds of that, and at low frame rates, where blinks fall between the frames. Immutable; {@link #step} is pure.
 *
 * @param spans the last minute in spans of 5 seconds, oldest first
 */
public record BlinkRate(List<Span> spans) {
    /** Nothing seen so far. */
    public static final BlinkRate NEW = new BlinkRate(List.of());

    /** What counts. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    /** Needed before anything is said. */
    static final Duration LEAST_SEEN = Duration.ofSeconds(20);

    /** Between frames farther apart a blink would mostly go unseen. */
    static final Duration LONGEST_STEP = Duration.ofMillis(300);

    private static final Duration SPAN = Duration.ofSeconds(5);

    /**
     * A part of the window.
     *
     * @param from capture time of its first frame
     * @param seenMillis for how long the eyes were seen
     * @param blinks that ended in it
     */
    public record Span(Instant from, int seenMillis, int blinks) {
        private Span plus(long millis, boolean blink) {
            return new Span(from, (int) (seenMillis + millis), blinks + (blink ? 1 : 0));
        }
    }

    public BlinkRate {
        spans = List.copyOf(spans);
    }

    /**
     * Takes in one frame in which the eyes were seen.
     *
     * @param since capture time of the frame before, in which they were seen too
     * @param blink whether a blink ended at this frame
     */
    BlinkRate step(Instant since, Instant at, boolean blink) {
        Duration passed = Duration.between(since, at);
        if (passed.isNegative() || passed.compareTo(LONGEST_STEP) > 0) {
            return this;
        }
        Instant oldest = at.minus(WINDOW);
        Stream<Span> kept = spans.stream().filter(span -> span.from().isAfter(oldest));
        boolean fits =
                !spans.isEmpty() && Duration.between(spans.getLast().from(), at).compareTo(SPAN) < 0;
        if (!fits) {
            return new BlinkRate(Stream.concat(kept, Stream.of(new Span(at, 0, 0).plus(passed.toMillis(), blink)))
                    .toList());
        }
        Span last = spans.getLast();
        return new BlinkRate(kept.map(span -> span.equals(last) ? span.plus(passed.toMillis(), blink) : span)
                .toList());
    }

    /** Blinks per minute; empty while too little was seen. */
    public OptionalDouble perMinute(Instant at) {
        Instant oldest = at.minus(WINDOW);
        List<Span> recent =
                spans.stream().filter(span -> span.from().isAfter(oldest)).toList();
        long seen = recent.stream().mapToLong(Span::seenMillis).sum();
        if (seen < LEAST_SEEN.toMillis()) {
            return OptionalDouble.empty();
        }
        int blinks = recent.stream().mapToInt(Span::blinks).sum();
        return OptionalDouble.of(blinks * 60_000.0 / seen);
    }
}
