package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/**
 * Decides where to look for the candidate's face: around its last place as long as it stays there; in the whole picture
 * when it is lost. The others are looked for now and then. Not thread-safe.
 */
final class FaceTracker {
    private final FaceSearch search = new FaceSearch();

    /**
     * What was seen of faces.
     *
     * @param face the candidate's
     * @param shift what became of the candidate; others who came or left are the caller's to see
     * @param lost the candidate's last place while it is away, or while another is taken for it
     * @param searches with what was done now
     * @param othersSeen whether the others are as of this frame
     */
    record Sighting(
            Optional<FacePlace> face,
            PresenceShift shift,
            Optional<LastSeen> lost,
            List<Box> others,
            Searches searches,
            boolean othersSeen) {}

    Sighting look(Mat grey, Instant at, Track previous) {
        Optional<FacePlace> before = previous.face()
                .map(face -> new FacePlace(face.box().within(grey.cols(), grey.rows()), face.tilt()))
                .filter(face -> face.box().area() > 0);
        Optional<FacePlace> face =
                before.flatMap(place -> search.around(grey, place).or(() -> search.aroundTilted(grey, place)));
        if (face.isPresent()) {
            return inSight(grey, at, previous, face.get());
        }
        return outOfSight(
                grey,
                at,
                previous,
                before.map(place -> new LastSeen(place, previous.at().orElse(at))));
    }

    /** The candidate is where it was; are there others? */
    private Sighting inSight(Mat grey, Instant at, Track previous, FacePlace face) {
        Searches searches = previous.searches();
        if (!searches.othersDue(at)) {
            List<Box> others = apart(previous.others(), face.box());
            return new Sighting(Optional.of(face), PresenceShift.NONE, previous.lost(), others, searches, false);
        }
        boolean small = searches.smallOthersDue(at);
        List<FacePlace> found = new ArrayList<>(small ? search.quickly(grey) : search.beside(grey, face));
        stillThere(grey, previous.others())
                .filter(known -> found.stream().noneMatch(known::sameAs))
                .forEach(found::add);
        found.removeIf(other -> inside(other.box(), face.box()) || inside(face.box(), other.box()));
        Optional<FacePlace> back = previous.lost()
                .filter(lost -> recent(lost, at))
                .flatMap(lost -> CandidateChoice.returned(found, lost, List.of(face.box()), at));
        if (back.isPresent()) {
            found.remove(back.get());
            found.add(face);
            return new Sighting(
                    back, PresenceShift.BACK, Optional.empty(), boxes(found), searches.looked(at, small, true), true);
        }
        boolean changed = found.size() != previous.others().size();
        return new Sighting(
                Optional.of(face),
                PresenceShift.NONE,
                previous.lost().filter(lost -> recent(lost, at)),
                boxes(found),
                searches.looked(at, small, changed),
                true);
    }

    private static boolean recent(LastSeen lost, Instant at) {
        return Duration.between(lost.at(), at).abs().compareTo(CandidateChoice.RETURN) <= 0;
    }

    /** Others may be too small for the quick search. */
    private Stream<FacePlace> stillThere(Mat grey, List<Box> others) {
        return others.stream()
                .map(box -> box.within(grey.cols(), grey.rows()))
                .filter(box -> box.area() > 0)
                .map(box -> search.around(grey, FacePlace.upright(box)))
                .flatMap(Optional::stream);
    }

    private Sighting outOfSight(Mat grey, Instant at, Track previous, Optional<LastSeen> justLost) {
        Searches searches = justLost.isPresent() ? previous.searches().anew() : previous.searches();
        Optional<LastSeen> last = justLost.or(previous::lost);
        boolean beginning = last.isEmpty() && searches.thorough().isEmpty();
        List<FacePlace> found = beginning ? List.of() : search.quickly(grey);
        Optional<FacePlace> face = CandidateChoice.among(found, last, previous.others(), at);
        boolean thorough = face.isEmpty() && searches.thoroughDue(at);
        if (thorough) {
            found = thoroughly(grey, searches);
            face = CandidateChoice.among(found, last, previous.others(), at);
        }
        PresenceShift shift = shift(face, last, justLost.isPresent(), previous, at);
        List<FacePlace> others = new ArrayList<>(found);
        face.ifPresent(others::remove);
        boolean changed = shift != PresenceShift.NONE || face.isPresent();
        Searches next = thorough || face.isPresent() ? searches.looked(at, thorough, changed) : searches;
        return new Sighting(face, shift, home(shift, last, previous), boxes(others), next, true);
    }

    /** At the beginning with the head tilted in any way; later one way after the other. */
    private List<FacePlace> thoroughly(Mat grey, Searches searches) {
        List<FacePlace> found = search.thoroughly(grey);
        if (!found.isEmpty()) {
            return found;
        }
        int tilts = FaceSearch.TILTS.size();
        List<Double> tried = searches.thorough().isEmpty()
                ? FaceSearch.TILTS
                : List.of(FaceSearch.TILTS.get(searches.inVain() % tilts));
        return tried.stream()
                .map(tilt -> search.tilted(grey, tilt))
                .filter(faces -> !faces.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static PresenceShift shift(
            Optional<FacePlace> face, Optional<LastSeen> last, boolean justLost, Track previous, Instant at) {
        if (face.isEmpty()) {
            return justLost ? PresenceShift.LOST : PresenceShift.NONE;
        }
        if (last.isEmpty()) {
            return PresenceShift.FOUND;
        }
        boolean same = CandidateChoice.returned(List.of(face.get()), last.get(), previous.others(), at)
                .isPresent();
        boolean patient = Duration.between(last.get().at(), at).abs().compareTo(CandidateChoice.PATIENCE) < 0;
        if (!same && !patient) {
            return PresenceShift.REPLACED;
        }
        return justLost ? PresenceShift.NONE : PresenceShift.BACK;
    }

    /** Whose place is kept in mind: the lost one's, also while another is taken for it. */
    private static Optional<LastSeen> home(PresenceShift shift, Optional<LastSeen> last, Track previous) {
        return switch (shift) {
            case LOST, REPLACED -> last;
            case FOUND, BACK -> Optional.empty();
            default -> previous.lost();
        };
    }

    private static List<Box> apart(List<Box> others, Box face) {
        return others.stream().filter(other -> other.overlap(face) == 0).toList();
    }

    private static boolean inside(Box inner, Box outer) {
        return inner.middleX() >= outer.x()
                && inner.middleX() <= outer.x() + outer.width()
                && inner.middleY() >= outer.y()
                && inner.middleY() <= outer.y() + outer.height();
    }

    private static List<Box> boxes(List<FacePlace> places) {
        return places.stream().map(FacePlace::box).toList();
    }
}
