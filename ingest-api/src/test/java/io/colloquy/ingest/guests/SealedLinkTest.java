package io.colloquy.ingest.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.events.Personal;
import io.colloquy.ingest.sessions.InterviewSetup;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedLinkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Personal SEALED = new Personal("test", "key", ByteBuffer.allocate(12), ByteBuffer.allocate(0));

    @Test
    void shouldNotAskForAKeyToTellWhoTheGuestIsWhenOnlyTheDescriptionIsSealed() {
        // given
        Sealer erased = new Sealer(new DestroyedKeys());
        SealedLink link = new SealedLink(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                InterviewSetup.of(
                        new InterviewSetup.Fields("Nurse", null, null, null, null, null, null, null, null, null)),
                Optional.empty(),
                Optional.of(SEALED),
                NOON,
                true,
                true);

        // when
        GuestLink opened = link.openWithoutDescription(erased);

        // then
        assertThat(opened.principal().guestLinkId()).hasValue(link.linkId().toString());
        assertThatThrownBy(() -> link.open(erased)).isInstanceOf(KeyDestroyedException.class);
    }

    private static final class DestroyedKeys implements KeyVault {
        @Override
        public SessionKey obtain(Subject subject) {
            throw new KeyDestroyedException("Expected a key, but it was destroyed", null);
        }

        @Override
        public SessionKey find(Subject subject) {
            throw new KeyDestroyedException("Expected a key, but it was destroyed", null);
        }

        @Override
        public void forget(String sessionId) {}

        @Override
        public void destroy(Subject subject) {}
    }
}
