package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the whole picture was searched, and so when it is due again. Searching is what costs: while all is well it is done
 * quickly and ever more seldom, thoroughly only now and then; after a change it is done soon again. Immutable.
 *
 * @param others capture time of the last look for others than the candidate
 * @param thorough capture time of the last thorough search, or, with the candidate in sight, of the last quick one for
 *     smaller faces than its own
 * @param inVain looks since the last one that changed something
 */
public record Searches(Optional<Instant> others, Optional<Instant> thorough, int inVain) {
    /** Never searched. */
    public static final Searches NEW = new Searches(Optional.empty(), Optional.empty(), 0);

    /** With the face in sight: 1, 2, then every 4 seconds. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    /** Without: after 0.5, 1, 2, then every 4 seconds thoroughly, and in each frame quickly. */
    private static final Duration FIRST_SEARCH = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofSeconds(4);

    /** With the face in sight people farther away are looked for this often. */
    private static final Duration SMALL_OTHERS = Duration.ofSeconds(30);

    boolean othersDue(Instant at) {
        return due(others, at, longer(FIRST_LOOK));
    }

    boolean smallOthersDue(Instant at) {
        return due(thorough, at, SMALL_OTHERS);
    }

    boolean thoroughDue(Instant at) {
        return due(thorough, at, longer(FIRST_SEARCH));
    }

    /** After a look for others. */
    Searches looked(Instant at, boolean thoroughly, boolean changed) {
        return new Searches(Optional.of(at), thoroughly ? Optional.of(at) : thorough, changed ? 0 : inVain + 1);
    }

    /** The candidate's face was lost or found: what was done so far says nothing about what to do next. */
    Searches anew() {
        return new Searches(others, thorough, 0);
    }

    private Duration longer(Duration first) {
        Duration every = first.multipliedBy(1L << Math.min(inVain, 3));
        return every.compareTo(LONGEST) > 0 ? LONGEST : every;
    }

    /** Also after a step back in time: a browser's clock may be set. */
    private static boolean due(Optional<Instant> last, Instant at, Duration every) {
        return last.map(before -> Duration.between(before, at).abs().compareTo(every) >= 0)
                .orElse(true);
    }
}
