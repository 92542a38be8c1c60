package io.colloquy.ingest.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what a presented refresh token is worth. A token is good for one use; a second use means that it was stolen, and
 * ends its whole family. Two tabs that refresh at the same moment present the same token too: within a short grace after
 * the first use both get a successor.
 */
public final class RefreshRotation {
    /** How long after its first use a token may be presented once more. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private RefreshRotation() {}

    /** What to do. */
    public enum Verdict {
        /** Hand out a successor. */
        ROTATE,
        /** Refuse, and end the family. */
        REUSED,
        /** Refuse: too old, or ended before. */
        OVER
    }

    /**
     * What is known of a token and its family.
     *
     * @param expiresAt when the family ends by itself
     * @param killedAt when it was ended, if so
     * @param usedAt when the token was first used, if so
     */
    public record Presented(Instant expiresAt, Optional<Instant> killedAt, Optional<Instant> usedAt) {}

    /** The verdict at this moment. */
    public static Verdict judge(Presented token, Instant now) {
        if (token.killedAt().isPresent() || !now.isBefore(token.expiresAt())) {
            return Verdict.OVER;
        }
        boolean fresh =
                token.usedAt().map(used -> now.isBefore(used.plus(GRACE))).orElse(true);
        return fresh ? Verdict.ROTATE : Verdict.REUSED;
    }
}
