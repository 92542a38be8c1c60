package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * Decides where to look for the candidate's face: around its last place as long as it stays there; in the whole picture
 * when it is lost, thoroughly at times and quickly otherwise. Not thread-safe.
 */
final class FaceTracker {
    /** With the candidate's face in sight the others are looked for this often. */
    private static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(2);

    /** Without it the thorough search is made this often. */
    private static final Duration LOOK_CLOSER = Duration.ofMillis(500);

    private final FaceSearch search = new FaceSearch();

    Sighting look(Mat grey, Instant at, Track previous) {
        Optional<Box> last = previous.face().map(box -> box.within(grey.cols(), grey.rows()));
        if (last.isPresent()
                && last.get().width() > 0
                && last.get().height() > 0
                && !due(at, previous, LOOK_FOR_OTHERS)) {
            Optional<Box> face = search.around(grey, last.get());
            if (face.isPresent()) {
                List<Box> others = previous.others().stream()
                        .filter(other -> other.overlap(face.get()) == 0)
                        .map(other -> other.within(grey.cols(), grey.rows()))
                        .toList();
                return new Sighting(face, others, previous.searched());
            }
        }
        return everywhere(grey, at, previous, last);
    }

    private Sighting everywhere(Mat grey, Instant at, Track previous, Optional<Box> last) {
        boolean thorough = due(at, previous, LOOK_CLOSER);
        List<Box> found = thorough ? search.thoroughly(grey) : search.quickly(grey);
        Optional<Box> face = candidate(found, last);
        List<Box> others =
                found.stream().filter(box -> !face.equals(Optional.of(box))).toList();
        return new Sighting(face, others, thorough ? Optional.of(at) : previous.searched());
    }

    /** Also after a step back in time: a browser's clock may be set. */
    private static boolean due(Instant at, Track previous, Duration every) {
        return previous.searched()
                .map(searched -> Duration.between(searched, at).abs().compareTo(every) >= 0)
                .orElse(true);
    }

    /** The face that was the candidate's before, if one overlaps it; else the largest. */
    private static Optional<Box> candidate(List<Box> found, Optional<Box> last) {
        Optional<Box> same = last.flatMap(before -> found.stream()
                .filter(box -> box.overlap(before) > 0.1)
                .max(Comparator.comparingDouble(before::overlap)));
        return same.or(() -> found.stream().max(Comparator.comparingLong(Box::area)));
    }

    /**
     * What was seen of faces.
     *
     * @param searched when the whole picture was last searched thoroughly
     */
    record Sighting(Optional<Box> face, List<Box> others, Optional<Instant> searched) {}
}
