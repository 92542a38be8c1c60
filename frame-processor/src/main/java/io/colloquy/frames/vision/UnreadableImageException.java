package io.colloquy.frames.vision;

import java.io.Serial;

/** The bytes are no picture that we look at; carries the reason, never the bytes. */
public final class UnreadableImageException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Unreadable reason;

    UnreadableImageException(Unreadable reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Unreadable reason() {
        return reason;
    }
}
