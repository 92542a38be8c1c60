package io.colloquy.ingest.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionSnapshot.ConsentView;
import io.colloquy.schemas.live.SessionSnapshot.PolicyView;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameRulesTest {
    private static final ConsentView VIDEO = new ConsentView(true, true, 4);

    @Test
    void shouldTakeAPictureUnderConsent() {
        // when, then
        assertThat(FrameRules.ofSession(session(SessionState.IN_PROGRESS, VIDEO)))
                .isEmpty();
        assertThat(FrameRules.ofSession(session(SessionState.PLANNING, VIDEO))).isEmpty();
    }

    @Test
    void shouldRefuseWithoutConsentToVideo() {
        // when, then
        assertThat(FrameRules.ofSession(session(SessionState.IN_PROGRESS, new ConsentView(false, false, 0))))
                .contains(FrameRefusal.NO_CONSENT);
        assertThat(FrameRules.ofSession(session(SessionState.IN_PROGRESS, new ConsentView(true, false, 4))))
                .contains(FrameRefusal.NO_CONSENT);
        assertThat(FrameRules.ofSession(session(SessionState.IN_PROGRESS, new ConsentView(false, true, 5))))
                .contains(FrameRefusal.NO_CONSENT);
        assertThat(FrameRules.ofSession(session(SessionState.IN_PROGRESS, null)))
                .contains(FrameRefusal.NO_CONSENT);
    }

    @Test
    void shouldRefuseWhatCannotBeChecked() {
        // when, then
        assertThat(FrameRules.ofSession(Optional.empty())).contains(FrameRefusal.UNCHECKED);
    }

    @Test
    void shouldRefuseWhileTheSessionTakesNone() {
        // when, then
        assertThat(FrameRules.ofSession(session(SessionState.PAUSED, VIDEO))).contains(FrameRefusal.PAUSED);
        assertThat(List.of(SessionState.COMPLETED, SessionState.CANCELLED, SessionState.EXPIRED, SessionState.ERASED))
                .allSatisfy(state ->
                        assertThat(FrameRules.ofSession(session(state, VIDEO))).contains(FrameRefusal.SESSION_OVER));
    }

    @Test
    void shouldKnowAJpegByItsFirstBytesAndItsSize() {
        // given
        byte[] largest = new byte[FrameRules.MAX_BYTES];
        byte[] tooLarge = new byte[FrameRules.MAX_BYTES + 1];
        for (byte[] picture : List.of(largest, tooLarge)) {
            picture[0] = (byte) 0xFF;
            picture[1] = (byte) 0xD8;
            picture[2] = (byte) 0xFF;
        }

        // when, then
        assertThat(FrameRules.ofPicture(largest)).isEmpty();
        assertThat(FrameRules.ofPicture(tooLarge)).contains(FrameRefusal.TOO_LARGE);
        assertThat(FrameRules.ofPicture(new byte[0])).contains(FrameRefusal.NOT_A_JPEG);
        assertThat(FrameRules.ofPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .contains(FrameRefusal.NOT_A_JPEG);
    }

    private static Optional<SessionSnapshot> session(SessionState state, ConsentView consent) {
        return Optional.of(new SessionSnapshot(
                5,
                "s",
                "o",
                "c",
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                "job",
                "en",
                new PolicyView("OFF", true, true),
                consent,
                5,
                null,
                List.of(),
                false,
                null,
                null));
    }
}
