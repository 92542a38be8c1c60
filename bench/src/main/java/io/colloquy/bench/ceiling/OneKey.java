package io.colloquy.bench.ceiling;

import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;

/** One key in memory: what sealing costs without asking anybody. */
final class OneKey implements KeyVault {
    private static final int BYTES = 32;

    private final SessionKey key = new SessionKey("bench", new byte[BYTES]);

    @Override
    public SessionKey obtain(Subject subject) {
        return key;
    }

    @Override
    public SessionKey find(Subject subject) {
        return key;
    }

    @Override
    public void destroy(Subject subject) {
        throw new UnsupportedOperationException("Expected nobody to destroy the bench's key, but somebody did");
    }

    @Override
    public void forget(String sessionId) {
        // It is always at hand.
    }
}
