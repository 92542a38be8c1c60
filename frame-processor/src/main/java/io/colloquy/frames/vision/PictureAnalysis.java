package io.colloquy.frames.vision;

import java.util.List;
import java.util.Optional;

/** What came of one picture that belongs to no stream: all its faces, or the reason why it could not be looked at. */
public sealed interface PictureAnalysis {

    /**
     * A face, looked at on its own: eyes are judged without knowing the person.
     *
     * @param expression empty where it was not asked for
     */
    record Face(Box box, EyeState eyes, Quality quality, Optional<Probabilities> expression) {}

    /**
     * The picture was looked at.
     *
     * @param width pixels
     * @param height pixels
     * @param faces the largest first; none is an answer
     * @param modelHash of the model that read the expressions; empty where none was asked
     */
    record Read(int width, int height, List<Face> faces, Optional<String> modelHash) implements PictureAnalysis {
        public Read {
            faces = List.copyOf(faces);
        }
    }

    /**
     * The picture could not be looked at.
     *
     * @param message reads "Expected …, but …"; holds no content
     */
    record Unread(Unreadable reason, String message) implements PictureAnalysis {}
}
