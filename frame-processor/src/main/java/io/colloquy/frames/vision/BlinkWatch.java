package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns eye states into blinks: eyes that were open, closed for a short while and are open again. It goes by capture
 * times, never by frame counts, so that it works at any frame rate. Immutable; {@link #step} is pure.
 *
 * @param last capture time of the last frame that was taken in
 * @param open whether the eyes have been seen open since the watch began
 * @param closedFrom the first frame of the present closure
 * @param closedTo the last frame of the present closure
 */
public record BlinkWatch(
        Optional<Instant> last, boolean open, Optional<Instant> closedFrom, Optional<Instant> closedTo) {
    /** Nothing seen so far. */
    public static final BlinkWatch NEW = new BlinkWatch(Optional.empty(), false, Optional.empty(), Optional.empty());

    /** Closed for longer than this is no blink. */
    static final Duration LONGEST = Duration.ofMillis(700);

    /** From the first closed frame to the next open one; a single odd frame at a high rate is no blink. */
    static final Duration SHORTEST = Duration.ofMillis(50);

    /** After a gap as long as this nobody knows what the eyes did. */
    static final Duration GAP = Duration.ofSeconds(1);

    /** Takes in one frame. A frame that is not later than the last one changes nothing. */
    public Step step(Instant at, EyeState eyes) {
        if (last.isPresent() && !at.isAfter(last.get())) {
            return new Step(this, false);
        }
        boolean lost = last.isPresent() && Duration.between(last.get(), at).compareTo(GAP) > 0;
        BlinkWatch before = lost ? forgetful() : this;
        return switch (eyes) {
            case UNKNOWN -> new Step(before.at(at), false);
            case CLOSED -> new Step(before.closed(at), false);
            case OPEN -> before.opened(at);
        };
    }

    private BlinkWatch forgetful() {
        return new BlinkWatch(last, false, Optional.empty(), Optional.empty());
    }

    private BlinkWatch at(Instant at) {
        return new BlinkWatch(Optional.of(at), open, closedFrom, closedTo);
    }

    private BlinkWatch closed(Instant at) {
        return new BlinkWatch(Optional.of(at), open, closedFrom.or(() -> Optional.of(at)), Optional.of(at));
    }

    private Step opened(Instant at) {
        boolean blink = open
                && closedFrom.isPresent()
                && Duration.between(closedFrom.get(), at).compareTo(SHORTEST) >= 0
                && Duration.between(closedFrom.get(), closedTo.orElse(at)).compareTo(LONGEST) <= 0;
        return new Step(new BlinkWatch(Optional.of(at), true, Optional.empty(), Optional.empty()), blink);
    }

    /** The watch after a frame, and whether a blink ended at it. */
    public record Step(BlinkWatch next, boolean blink) {}
}
