package io.colloquy.local.demo;

/** The demo could not go on; the message is one clear sentence. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message reads "Expected …, but …" */
    public DemoException(String message) {
        super(message);
    }

    /**
     * @param message reads "Expected …, but …"
     * @param cause what was thrown below
     */
    public DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
