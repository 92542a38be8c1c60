package io.colloquy.platform.sealing;

/** Keeps a key for each session. Thread-safe. */
public interface KeyVault extends KeyDestruction {

    /**
     * The session's key, made at the first call.
     *
     * @throws KeyDestroyedException when the session was erased
     * @throws KeysUnavailableException when the keys cannot be reached
     */
    SessionKey obtain(Subject subject);

    /**
     * The session's key, which must be there.
     *
     * @throws KeyDestroyedException when it was destroyed or never made
     * @throws KeysUnavailableException when the keys cannot be reached
     */
    SessionKey find(Subject subject);

    /** Forgets a cached key, so that the next use asks again. */
    void forget(String sessionId);
}
