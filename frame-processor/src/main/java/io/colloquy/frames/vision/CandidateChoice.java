package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the faces found is the candidate's, when it was not simply where it had been. It goes by place and size alone:
 * nobody is recognised here, so a person who takes the seat of another of like size counts as that one. Pure.
 */
final class CandidateChoice {
    /** The candidate's face may be away so long before another is taken for it. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The one it replaced may come back so long after it was lost, and is the candidate's again. */
    static final Duration RETURN = Duration.ofSeconds(30);

    /** Nobody leans forward or back by more than this from one look to the next. */
    private static final double ALIKE = 1.5;

    /** Who has moved elsewhere in the picture is hardly nearer or farther. */
    private static final double MOVED_ALIKE = 1.3;

    private CandidateChoice() {}

    /**
     * Chooses among the faces found, the largest first.
     *
     * @param last where the candidate's face was before; empty when none has been seen yet
     * @param others faces that were known not to be the candidate's
     */
    static Optional<FacePlace> among(List<FacePlace> found, Optional<LastSeen> last, List<Box> others, Instant at) {
        if (last.isEmpty()) {
            return found.stream().findFirst();
        }
        Duration away = Duration.between(last.get().at(), at).abs();
        return returned(found, last.get(), others, at)
                .or(() -> moved(found, last.get().place().box(), others))
                .or(() -> away.compareTo(PATIENCE) < 0
                        ? Optional.empty()
                        : found.stream().findFirst());
    }

    /** The face near the place where the candidate's was, of like size. The longer ago, the farther it may be. */
    static Optional<FacePlace> returned(List<FacePlace> found, LastSeen last, List<Box> others, Instant at) {
        Box before = last.place().box();
        double seconds = Duration.between(last.at(), at).abs().toMillis() / 1e3;
        double reach = before.width() * Math.min(2, 0.75 + seconds / 2);
        return found.stream()
                .filter(face -> before.distance(face.box()) < reach && alike(before, face.box()))
                .filter(face -> !another(face.box(), before, others))
                .min(Comparator.comparingDouble(face -> before.distance(face.box())));
    }

    /** At low frame rates a person may have moved anywhere: the only face, of like size, and nobody else about. */
    private static Optional<FacePlace> moved(List<FacePlace> found, Box before, List<Box> others) {
        return found.size() == 1
                        && others.isEmpty()
                        && before.sizeRatio(found.getFirst().box()) <= MOVED_ALIKE
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    private static boolean alike(Box before, Box face) {
        return before.sizeRatio(face) <= ALIKE;
    }

    /** Whether it is nearer to somebody else's place than to the candidate's. */
    private static boolean another(Box face, Box before, List<Box> others) {
        return others.stream().anyMatch(other -> alike(other, face) && other.distance(face) < before.distance(face));
    }
}
