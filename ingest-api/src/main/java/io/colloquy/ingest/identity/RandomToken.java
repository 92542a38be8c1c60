package io.colloquy.ingest.identity;

import io.colloquy.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An opaque secret that is handed out once and kept only as a hash: refresh tokens, guest links, socket tickets.
 *
 * @param text 43 characters of base64url, 256 random bits
 */
public record RandomToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    /** A new one. */
    public static RandomToken next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether a text can be such a token at all. */
    public static boolean looksLikeOne(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** SHA-256 in hex: what is kept. */
    public String hash() {
        return HexFormat.of().formatHex(Ids.sha256(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return "RandomToken[***]";
    }
}
