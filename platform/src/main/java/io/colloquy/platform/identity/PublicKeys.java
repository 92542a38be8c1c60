package io.colloquy.platform.identity;

import io.colloquy.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads the issuer's public key. */
public final class PublicKeys {
    private PublicKeys() {}

    /** The path in {@code COLLOQUY_JWT_PUBLIC_KEY_FILE}. */
    public static Path from(Settings settings) {
        return settings.path("COLLOQUY_JWT_PUBLIC_KEY_FILE");
    }

    /**
     * Reads a PEM file with an RSA public key (SubjectPublicKeyInfo).
     *
     * @throws IllegalArgumentException when there is none
     */
    public static RSAPublicKey read(Path pem) {
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(Files.readString(pem)
                            .replaceAll("-----[A-Z ]+-----", "")
                            .strip());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "Expected an RSA public key in PEM at '%s', but it is not one".formatted(pem), e);
        }
    }
}
