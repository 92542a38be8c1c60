package io.colloquy.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.ingest.identity.RefreshRotation.Presented;
import io.colloquy.ingest.identity.RefreshRotation.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshRotationTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);

    @Test
    void shouldRotateATokenAtItsFirstUse() {
        // when, then
        assertThat(judged(LATER, null, null)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void shouldLetTwoTabsRefreshAtTheSameMoment() {
        // when, then
        assertThat(judged(LATER, null, NOW)).isEqualTo(Verdict.ROTATE);
        assertThat(judged(LATER, null, NOW.minus(RefreshRotation.GRACE).plusMillis(1)))
                .isEqualTo(Verdict.ROTATE);
    }

    @Test
    void shouldTakeALaterSecondUseForTheft() {
        // when, then
        assertThat(judged(LATER, null, NOW.minus(RefreshRotation.GRACE))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void shouldRefuseWhatIsOver() {
        // when, then
        assertThat(judged(NOW, null, null)).isEqualTo(Verdict.OVER);
        assertThat(judged(LATER, NOW.minusSeconds(1), null)).isEqualTo(Verdict.OVER);
        assertThat(judged(LATER, NOW.minusSeconds(1), NOW)).isEqualTo(Verdict.OVER);
    }

    private static Verdict judged(Instant expiresAt, Instant killedAt, Instant usedAt) {
        return RefreshRotation.judge(
                new Presented(expiresAt, Optional.ofNullable(killedAt), Optional.ofNullable(usedAt)), NOW);
    }
}
