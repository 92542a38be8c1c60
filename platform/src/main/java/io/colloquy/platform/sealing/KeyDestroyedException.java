package io.colloquy.platform.sealing;

/** The content was erased: its key is gone. */
public final class KeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message reads "Expected …, but …"
     * @param cause what was thrown below, or null
     */
    public KeyDestroyedException(String message, Throwable cause) {
        super(message, cause);
    }
}
