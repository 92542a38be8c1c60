package io.colloquy.local.emotion;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;
import java.nio.charset.StandardCharsets;

/** Keys that follow from the session's id. */
final class KeysInMemory implements KeyVault {
    @Override
    public SessionKey obtain(Subject subject) {
        byte[] bytes = Ids.sha256(subject.sessionId().getBytes(StandardCharsets.UTF_8));
        return new SessionKey("key-" + subject.sessionId(), bytes);
    }

    @Override
    public SessionKey find(Subject subject) {
        return obtain(subject);
    }

    @Override
    public void destroy(Subject subject) {
        throw new UnsupportedOperationException("Expected nobody to destroy a key here, but somebody did");
    }

    @Override
    public void forget(String sessionId) {}
}
