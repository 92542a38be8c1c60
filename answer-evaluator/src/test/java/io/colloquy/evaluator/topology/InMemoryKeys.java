package io.colloquy.evaluator.topology;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.KeysUnavailableException;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys that follow from the session's id, may be destroyed, and may be out of reach. */
final class InMemoryKeys implements KeyVault {
    private final Set<String> destroyed = new HashSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private boolean available = true;

    @Override
    public synchronized SessionKey obtain(Subject subject) {
        if (!available) {
            throw new KeysUnavailableException("Expected the keys, but they are away", null);
        }
        if (destroyed.contains(subject.sessionId())) {
            throw new KeyDestroyedException("Expected a key, but it is destroyed", null);
        }
        byte[] bytes = Ids.sha256(subject.sessionId().getBytes(StandardCharsets.UTF_8));
        return new SessionKey("key-" + subject.sessionId(), bytes);
    }

    @Override
    public SessionKey find(Subject subject) {
        return obtain(subject);
    }

    @Override
    public synchronized void destroy(Subject subject) {
        destroyed.add(subject.sessionId());
    }

    @Override
    public synchronized void forget(String sessionId) {
        forgotten.add(sessionId);
    }

    synchronized List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    synchronized void setAvailable(boolean reachable) {
        available = reachable;
    }
}
