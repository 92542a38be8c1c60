package io.colloquy.reports.content;

import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content under a session's key; what was changed since it was sealed stays closed like what was erased. Opened outside database transactions: keys come over a connection of their own.
 *
 * @param sealer opens it
 * @param subject whose it is
 */
public record SealedContents(Sealer sealer, Subject subject) implements Contents {
    private static final Logger LOG = LoggerFactory.getLogger(SealedContents.class);

    @Override
    public Optional<String> open(Personal content, String kind) {
        try {
            return Optional.of(sealer.openText(subject, kind, content));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("session_id", subject.sessionId())
                    .addKeyValue("kind", kind)
                    .setCause(e)
                    .log("sealed content does not open");
            return Optional.empty();
        }
    }
}
