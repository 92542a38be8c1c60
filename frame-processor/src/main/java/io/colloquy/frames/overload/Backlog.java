package io.colloquy.frames.overload;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides which frames of one partition are left out. Not thread-safe.
 *
 * <p>As long as frames are younger than {@link AgeLimits#late()}, none is. The first late one brings a look ahead to the end
 * of the queue; up to there the newest frame of each session is looked at, the others are left out, and only then it may
 * look ahead again. So between two looks each session gets one turn, at whatever rate it sends, and each frame is
 * fetched at most once more.
 */
public final class Backlog implements AutoCloseable {
    private final AgeLimits limits;
    private final LookAhead lookAhead;
    private Horizon horizon = Horizon.NONE;

    public Backlog(AgeLimits limits, LookAhead lookAhead) {
        this.limits = limits;
        this.lookAhead = lookAhead;
    }

    /**
     * Whether to leave out a frame, and why.
     *
     * @param age since ingest received it
     */
    public Optional<Skipped> judge(String session, int partition, long offset, Duration age) {
        if (age.compareTo(limits.most()) > 0) {
            return Optional.of(Skipped.TOO_OLD);
        }
        if (age.compareTo(limits.late()) <= 0) {
            return Optional.empty();
        }
        if (!horizon.covers(offset)) {
            horizon = lookAhead.from(partition, offset + 1);
        }
        return horizon.hasNewer(session, offset) ? Optional.of(Skipped.SKIPPED_OVERLOAD) : Optional.empty();
    }

    @Override
    public void close() {
        lookAhead.close();
    }
}
