package io.colloquy.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.events.Personal;
import io.colloquy.platform.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final Subject ALICE = new Subject("org-1", "session-1");
    private static final Subject BOB = new Subject("org-1", "session-2");

    private final MemoryVault vault = new MemoryVault();
    private final Sealer sealer = new Sealer(vault);

    @Test
    void shouldOpenWhatItSealed() {
        Personal sealed = sealer.seal(ALICE, "answer", "größer als 7");

        assertThat(sealer.openText(ALICE, "answer", sealed)).isEqualTo("größer als 7");
        assertThat(new String(sealed.getData().array(), StandardCharsets.ISO_8859_1))
                .doesNotContain("als 7");
    }

    @Test
    void shouldSealTheSameContentDifferentlyEachTime() {
        Personal first = sealer.seal(ALICE, "answer", "yes");
        Personal second = sealer.seal(ALICE, "answer", "yes");

        assertThat(first.getNonce()).isNotEqualTo(second.getNonce());
        assertThat(first.getData()).isNotEqualTo(second.getData());
    }

    @Test
    void shouldNotOpenContentOfAnotherSessionOrType() {
        Personal sealed = sealer.seal(ALICE, "answer", "yes");

        assertThatThrownBy(() -> sealer.open(ALICE, "feedback", sealed)).isInstanceOf(IllegalArgumentException.class);
        sealer.seal(BOB, "answer", "makes Bob's key");
        assertThatThrownBy(() -> sealer.open(BOB, "answer", sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotOpenContentThatWasChanged() {
        Personal sealed = sealer.seal(ALICE, "answer", "yes");
        byte[] changed = new byte[sealed.getData().remaining()];
        sealed.getData().duplicate().get(changed);
        changed[0] ^= 1;
        Personal forged =
                new Personal(sealed.getScheme(), sealed.getKeyId(), sealed.getNonce(), ByteBuffer.wrap(changed));

        assertThatThrownBy(() -> sealer.open(ALICE, "answer", forged)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldOpenNothingOnceTheKeyIsDestroyed() {
        Personal sealed = sealer.seal(ALICE, "answer", "yes");

        vault.destroy(ALICE);

        assertThatThrownBy(() -> sealer.open(ALICE, "answer", sealed)).isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void shouldWrapKeysSoThatOnlyTheMasterKeyOpensThem() {
        MasterKey master = new MasterKey(new Secret(Base64.getEncoder().encodeToString(new byte[32])));
        byte[] other = new byte[32];
        other[0] = 1;
        MasterKey stranger = new MasterKey(new Secret(Base64.getEncoder().encodeToString(other)));

        byte[] wrapped = master.wrap(new byte[] {1, 2, 3}, "key-1");

        assertThat(master.unwrap(wrapped, "key-1")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> stranger.unwrap(wrapped, "key-1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> master.unwrap(wrapped, "key-2")).isInstanceOf(IllegalStateException.class);
    }

    /** The port's contract, in memory. */
    private static final class MemoryVault implements KeyVault {
        private final Map<String, SessionKey> keys = new HashMap<>();

        @Override
        public SessionKey obtain(Subject subject) {
            return keys.computeIfAbsent(subject.sessionId(), session -> {
                byte[] bytes = new byte[32];
                bytes[0] = (byte) session.hashCode();
                return new SessionKey("key-of-" + session, bytes);
            });
        }

        @Override
        public SessionKey find(Subject subject) {
            SessionKey key = keys.get(subject.sessionId());
            if (key == null) {
                throw new KeyDestroyedException("Expected a key, but there is none", null);
            }
            return key;
        }

        @Override
        public void destroy(Subject subject) {
            keys.remove(subject.sessionId());
        }

        @Override
        public void forget(String sessionId) {}
    }
}
