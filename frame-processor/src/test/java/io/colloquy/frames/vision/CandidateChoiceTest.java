package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateChoiceTest {
    private static final Instant LOST_AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final FacePlace SEAT = face(300, 100, 100);
    private static final Optional<LastSeen> LAST = Optional.of(new LastSeen(SEAT, LOST_AT));

    @Test
    void shouldTakeTheLargestAtTheBeginning() {
        FacePlace large = face(0, 0, 150);
        assertThat(among(Optional.empty(), List.of(), 0, large, SEAT)).contains(large);
    }

    @Test
    void shouldTakeTheOneNearTheOldPlaceNotTheLargest() {
        FacePlace near = face(320, 110, 95);
        assertThat(among(LAST, List.of(), 1, face(0, 0, 200), near)).contains(near);
    }

    @Test
    void shouldTakeNobodyOfAnotherSizeWhileItIsPatient() {
        assertThat(among(LAST, List.of(), 4, face(290, 80, 180))).isEmpty();
    }

    @Test
    void shouldTakeTheLargestWhenPatienceEnds() {
        FacePlace large = face(0, 0, 200);
        assertThat(among(LAST, List.of(), 6, large)).contains(large);
    }

    @Test
    void shouldTakeTheOnlyFaceOfLikeSizeWhereverItMoved() {
        FacePlace moved = face(20, 40, 105);
        assertThat(among(LAST, List.of(), 1, moved)).contains(moved);
        assertThat(among(LAST, List.of(new Box(22, 41, 104, 104)), 1, moved))
                .as("known to be somebody else's")
                .isEmpty();
        assertThat(among(LAST, List.of(), 1, moved, face(500, 20, 100)))
                .as("two strangers")
                .isEmpty();
    }

    private static Optional<FacePlace> among(
            Optional<LastSeen> last, List<Box> others, int secondsLater, FacePlace... found) {
        return CandidateChoice.among(List.of(found), last, others, LOST_AT.plusSeconds(secondsLater));
    }

    private static FacePlace face(int x, int y, int side) {
        return FacePlace.upright(new Box(x, y, side, side));
    }
}
