package io.colloquy.frames.topology;

import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;
import java.util.HashSet;
import java.util.Set;

/** The port's contract, in memory. */
final class MemoryVault implements KeyVault {
    private final Set<String> destroyed = new HashSet<>();

    @Override
    public SessionKey obtain(Subject subject) {
        return find(subject);
    }

    @Override
    public SessionKey find(Subject subject) {
        if (destroyed.contains(subject.sessionId())) {
            throw new KeyDestroyedException("Expected a key, but it was destroyed", null);
        }
        return new SessionKey("018f0000-0000-7000-8000-0000000000cc", new byte[32]);
    }

    @Override
    public void destroy(Subject subject) {
        destroyed.add(subject.sessionId());
    }

    @Override
    public void forget(String sessionId) {}
}
