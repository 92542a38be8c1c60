package io.colloquy.evaluator.providers;

/** Whether another try with the same provider is worth it. */
public enum Patience {
    /** It may work in a moment. */
    RETRY,
    /** Whoever is next in the chain should do it; without anybody, it may work later. */
    NOT_NOW,
    /** It will not work until somebody changes something. */
    HOPELESS
}
