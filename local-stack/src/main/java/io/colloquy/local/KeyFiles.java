package io.colloquy.local;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The files with this machine's own keys, made at the first start.
 *
 * @param masterKey wraps the sessions' keys; 32 bytes in base64
 * @param signingKey signs access tokens; RSA in PEM, PKCS #8
 * @param verificationKey its public half in PEM, the only one that services other than ingest-api get
 */
record KeyFiles(Path masterKey, Path signingKey, Path verificationKey) {
    private static final int MASTER_KEY_BYTES = 32;
    private static final int RSA_BITS = 2048;
    private static final int PEM_LINE = 64;

    static KeyFiles in(StackHome home) {
        Secrets secrets = new Secrets(home);
        secrets.key("master-key", MASTER_KEY_BYTES);
        String signingKey = secrets.text("token-signing-key.pem", KeyFiles::newSigningKey);
        // Made from the private half, so that a start killed between the two leaves no pair that does not match.
        secrets.text("token-verification-key.pem", () -> publicHalf(signingKey));
        return new KeyFiles(
                secrets.file("master-key"),
                secrets.file("token-signing-key.pem"),
                secrets.file("token-verification-key.pem"));
    }

    private static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected RSA in every JDK, but it is not there", e);
        }
    }

    private static String publicHalf(String signingKey) {
        byte[] encoded = Base64.getMimeDecoder().decode(signingKey.replaceAll("-----[A-Z ]+-----", ""));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
            BigInteger modulus = whole.getModulus();
            return pem(
                    "PUBLIC KEY",
                    factory.generatePublic(new RSAPublicKeySpec(modulus, whole.getPublicExponent()))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new StackException("Expected a readable token signing key, but it is damaged", e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----".formatted(type, lines.encodeToString(encoded));
    }
}
