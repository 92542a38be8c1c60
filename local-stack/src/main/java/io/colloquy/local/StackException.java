package io.colloquy.local;

/** A failure that its message explains in full, so that the command line prints the sentence and no stack trace. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
