package io.colloquy.evaluator.work;

/**
 * Somebody of the chain who should have done it.
 *
 * @param provider who
 * @param reason why not; a stable code, nothing personal
 */
public record Fallback(String provider, String reason) {
    /** This service knows nobody of that name. */
    static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    /** The organisation has no bank in use of that id. */
    static final String NO_SUCH_BANK = "NO_SUCH_BANK";
}
