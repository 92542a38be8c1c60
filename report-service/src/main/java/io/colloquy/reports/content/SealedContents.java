package io.colloquy.reports.content;

import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import java.util.Optional;

/**
 * Content under a session's key. Opened outside database transactions: keys come over a connection of their own.
 *
 * @param sealer opens it
 * @param subject whose it is
 */
public record SealedContents(Sealer sealer, Subject subject) implements Contents {

    @Override
    public Optional<String> open(Personal content, String kind) {
        try {
            return Optional.of(sealer.openText(subject, kind, content));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        }
    }
}
