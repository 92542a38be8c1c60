package io.colloquy.reports.content;

import io.colloquy.events.Personal;
import java.util.Optional;

/** Personal content of one session, opened for a reader who may see it. */
public interface Contents {

    /** Opens nothing: what every reader sees of an erased session. */
    Contents ERASED = (content, kind) -> Optional.empty();

    /**
     * Opens sealed text.
     *
     * @param kind as in {@link io.colloquy.schemas.PersonalContent}
     * @return empty once it was erased, and when it is not what was sealed
     */
    Optional<String> open(Personal content, String kind);
}
