package io.colloquy.frames.vision;

/** Who is in the picture. The names stand in {@code frame-readings}. */
public enum Presence {
    /** Nobody whose face can be found. */
    NO_FACE,
    /** The candidate alone. */
    ONE_FACE,
    /** The candidate and others. */
    SEVERAL_FACES,
    /** Faces, but the candidate's was lost a moment ago and none of these is taken for it. */
    OTHERS_ONLY;

    static Presence of(boolean candidate, int others) {
        if (candidate) {
            return others == 0 ? ONE_FACE : SEVERAL_FACES;
        }
        return others == 0 ? NO_FACE : OTHERS_ONLY;
    }
}
