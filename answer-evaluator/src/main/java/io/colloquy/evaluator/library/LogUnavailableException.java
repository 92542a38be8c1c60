package io.colloquy.evaluator.library;

/** The log of banks cannot be written or read at present; another try may be worth it. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
