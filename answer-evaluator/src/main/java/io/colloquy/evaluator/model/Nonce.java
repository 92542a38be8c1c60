package io.colloquy.evaluator.model;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A name for data blocks that nobody who writes their content can know. */
public final class Nonce {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private Nonce() {}

    /** 24 random hex digits. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
