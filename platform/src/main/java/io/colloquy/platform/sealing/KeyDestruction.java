package io.colloquy.platform.sealing;

/** Erases by destroying keys; needs no key to do so, so whoever only erases need not be able to open anything. */
public interface KeyDestruction {

    /** Destroys the session's key for good, and with it everything sealed under it. Repeating it changes nothing. */
    void destroy(Subject subject);
}
