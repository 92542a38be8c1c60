package io.colloquy.platform.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.colloquy.events.Personal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals personal content with AES-256-GCM under the session's key and opens it again. Associated data: organisation, session
 * and type of content, so that a ciphertext cannot be moved. Thread-safe.
 */
public final class Sealer {
    /** Value of {@code Personal.scheme}. */
    public static final String SCHEME = "aes-256-gcm";

    private static final int NONCE_BYTES = 12;

    private final KeyVault keys;

    /** @param keys where session keys are kept */
    public Sealer(KeyVault keys) {
        this.keys = keys;
    }

    /**
     * Seals bytes.
     *
     * @param type what they are, for example {@code answer}; needed again to open them
     * @throws KeyDestroyedException when the session was erased
     * @throws KeysUnavailableException when the keys cannot be reached
     */
    public Personal seal(Subject subject, String type, byte[] content) {
        SessionKey key = keys.obtain(subject);
        try {
            byte[] sealed = new AesGcmJce(key.bytes()).encrypt(content, associated(subject, type));
            return new Personal(
                    SCHEME,
                    key.keyId(),
                    ByteBuffer.wrap(sealed, 0, NONCE_BYTES).slice(),
                    ByteBuffer.wrap(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES)
                            .slice());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected AES-256-GCM in every JDK, but it failed", e);
        }
    }

    /** Seals text as UTF-8. */
    public Personal seal(Subject subject, String type, String content) {
        return seal(subject, type, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens sealed bytes.
     *
     * @throws KeyDestroyedException when the content was erased
     * @throws KeysUnavailableException when the keys cannot be reached
     * @throws IllegalArgumentException when it was sealed for another subject or type, or changed since
     */
    public byte[] open(Subject subject, String type, Personal content) {
        SessionKey key = keys.find(subject);
        if (!SCHEME.equals(content.getScheme()) || !key.keyId().equals(content.getKeyId())) {
            throw new IllegalArgumentException("Expected content sealed with %s under key '%s', but it is %s under '%s'"
                    .formatted(SCHEME, key.keyId(), content.getScheme(), content.getKeyId()));
        }
        ByteBuffer nonce = content.getNonce().duplicate();
        ByteBuffer data = content.getData().duplicate();
        byte[] sealed = new byte[nonce.remaining() + data.remaining()];
        int nonceBytes = nonce.remaining();
        nonce.get(sealed, 0, nonceBytes);
        data.get(sealed, nonceBytes, data.remaining());
        try {
            return new AesGcmJce(key.bytes()).decrypt(sealed, associated(subject, type));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Expected content of type '%s' sealed for this session, but it does not open".formatted(type), e);
        }
    }

    /** Opens sealed UTF-8 text. */
    public String openText(Subject subject, String type, Personal content) {
        return new String(open(subject, type, content), StandardCharsets.UTF_8);
    }

    private static byte[] associated(Subject subject, String type) {
        return String.join("\u0000", subject.organisationId(), subject.sessionId(), type)
                .getBytes(StandardCharsets.UTF_8);
    }
}
