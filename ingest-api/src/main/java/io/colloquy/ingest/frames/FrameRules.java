package io.colloquy.ingest.frames;

import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import java.util.Optional;

/** What makes a frame acceptable. Pure. */
public final class FrameRules {
    /** Largest picture. */
    public static final int MAX_BYTES = 262_144;

    private static final int MAGIC_BYTES = 3;

    private FrameRules() {}

    /** Why a picture is refused whatever the session says. */
    public static Optional<FrameRefusal> ofPicture(byte[] jpeg) {
        if (jpeg.length > MAX_BYTES) {
            return Optional.of(FrameRefusal.TOO_LARGE);
        }
        return beginsLikeJpeg(jpeg) ? Optional.empty() : Optional.of(FrameRefusal.NOT_A_JPEG);
    }

    /**
     * Why the session takes no pictures now.
     *
     * @param session as read lately; absent when it could not be
     */
    public static Optional<FrameRefusal> ofSession(Optional<SessionSnapshot> session) {
        if (session.isEmpty()) {
            return Optional.of(FrameRefusal.UNCHECKED);
        }
        SessionSnapshot it = session.get();
        if (!it.state().open()) {
            return Optional.of(FrameRefusal.SESSION_OVER);
        }
        if (it.consent() == null || !it.consent().given() || !it.consent().video()) {
            return Optional.of(FrameRefusal.NO_CONSENT);
        }
        return it.state() == SessionState.PAUSED ? Optional.of(FrameRefusal.PAUSED) : Optional.empty();
    }

    /** Start of image, and the first byte of the next marker. */
    private static boolean beginsLikeJpeg(byte[] bytes) {
        return bytes.length > MAGIC_BYTES
                && bytes[0] == (byte) 0xFF
                && bytes[1] == (byte) 0xD8
                && bytes[2] == (byte) 0xFF;
    }
}
