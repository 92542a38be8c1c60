package io.colloquy.platform.sealing;

import java.util.Arrays;

/**
 * A data key. Never leaves the process and never prints.
 *
 * @param keyId names it in sealed content
 * @param bytes 32 bytes
 */
public record SessionKey(String keyId, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey key && keyId.equals(key.keyId) && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    @Override
    public String toString() {
        return "SessionKey[" + keyId + "]";
    }
}
