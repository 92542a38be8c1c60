package io.colloquy.reports.content;

import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;

/** Gives access to a session's content, or to nothing when it was erased. Thread-safe. */
public final class ContentOpener {
    private final Sealer sealer;

    /** @param sealer opens what is there */
    public ContentOpener(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The content of a session whose reader was let in. */
    public Contents of(Subject subject, boolean erased) {
        return erased ? Contents.ERASED : new SealedContents(sealer, subject);
    }
}
