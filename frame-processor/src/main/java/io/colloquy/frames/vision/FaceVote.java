package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What two detectors make of a picture together: neither is right alone, but they hardly ever err at the same place. A
 * face's votes are the windows of the strict detector and half of the lenient one's. Pure.
 *
 * @param votes as many make a face
 * @param lenientAlone so many windows of the lenient detector make a face where the strict one sees nothing
 * @param lenientAtLeast so many of the lenient detector's windows must agree
 */
record FaceVote(double votes, int lenientAlone, int lenientAtLeast) {
    static final FaceVote UPRIGHT = new FaceVote(3, 7, 0);
    /** Where {@link #UPRIGHT} finds nobody at all: faces turned far to the side. */
    static final FaceVote NOBODY_ELSE = new FaceVote(3, 5, 0);

    static final FaceVote TILTED = new FaceVote(5, 10, 0);
    static final FaceVote TINY = new FaceVote(4, Integer.MAX_VALUE, 3);

    static List<FacePlace> count(List<FaceDetector.Find> strict, List<FaceDetector.Find> lenient, FaceVote needed) {
        List<Face> faces = new ArrayList<>();
        strict.stream().sorted(surestFirst()).forEach(find -> faces.add(new Face(find.place(), find.agreeing(), 0)));
        lenient.stream().sorted(surestFirst()).forEach(find -> add(faces, find));
        return faces.stream().filter(needed::isFace).map(Face::place).toList();
    }

    private static void add(List<Face> faces, FaceDetector.Find find) {
        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            if (face.place().sameAs(find.place())) {
                faces.set(i, new Face(face.place(), face.strict(), face.lenient() + find.agreeing()));
                return;
            }
        }
        faces.add(new Face(find.place(), 0, find.agreeing()));
    }

    private boolean isFace(Face face) {
        if (face.strict() == 0) {
            return face.lenient() >= lenientAlone;
        }
        return face.strict() + face.lenient() / 2.0 >= votes && face.lenient() >= lenientAtLeast;
    }

    private static Comparator<FaceDetector.Find> surestFirst() {
        return Comparator.comparingInt(FaceDetector.Find::agreeing).reversed();
    }

    private record Face(FacePlace place, int strict, int lenient) {}
}
