package io.colloquy.sessions.events;

import java.nio.ByteBuffer;

/**
 * Content about a person, sealed under the session's key. Nothing here opens it.
 *
 * @param scheme how it was sealed
 * @param keyId which key opens it
 * @param nonce read-only
 * @param data ciphertext and tag, read-only
 */
public record Personal(String scheme, String keyId, ByteBuffer nonce, ByteBuffer data) {
    public Personal {
        nonce = nonce.asReadOnlyBuffer();
        data = data.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer nonce() {
        return nonce.duplicate();
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate();
    }

    @Override
    public String toString() {
        return "Personal[***]";
    }
}
