package io.colloquy.platform.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Wraps session keys, so that a dump of the database opens nothing. Lives in a file or secret store, outside the database.
 * Thread-safe.
 */
public final class MasterKey {
    private static final int BYTES = 32;

    private final AesGcmJce aead;

    /**
     * @param secret 32 bytes in base64
     * @throws IllegalArgumentException when it is anything else
     */
    public MasterKey(Secret secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.value().strip());
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException(
                        "Expected a master key of %d bytes, but it has %d".formatted(BYTES, bytes.length));
            }
            this.aead = new AesGcmJce(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a usable master key, but it is not", e);
        }
    }

    /** Reads {@code COLLOQUY_MASTER_KEY} or the file that {@code COLLOQUY_MASTER_KEY_FILE} names. */
    public static Secret from(Settings settings) {
        return settings.secret("COLLOQUY_MASTER_KEY");
    }

    byte[] wrap(byte[] key, String keyId) {
        try {
            return aead.encrypt(key, keyId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected AES-256-GCM in every JDK, but it failed", e);
        }
    }

    byte[] unwrap(byte[] wrapped, String keyId) {
        try {
            return aead.decrypt(wrapped, keyId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Expected session key '%s' to be wrapped by this master key, but it is not".formatted(keyId), e);
        }
    }
}
