package io.colloquy.ingest.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads the issuer's private key. */
final class PrivateKeys {
    private PrivateKeys() {}

    /**
     * Reads a PEM file with an RSA private key (PKCS #8).
     *
     * @throws IllegalArgumentException when there is none
     */
    static PrivateKey read(Path pem) {
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(Files.readString(pem)
                            .replaceAll("-----[A-Z ]+-----", "")
                            .strip());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Expected an RSA private key in PEM (PKCS #8) at '%s', but it is not one".formatted(pem), e);
        }
    }
}
