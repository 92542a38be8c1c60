/**
 * The door to models that other people run: clients of their protocols, and everything that keeps such a call within bounds.
 * A provider can be slow, wrong or hostile, and then a call ends in a {@link io.colloquy.evaluator.providers.ProviderException}
 * that says whether another try is worth it. Keys go into one header and nowhere else; no answer, prompt or key is ever in a
 * log, a metric or a message.
 */
package io.colloquy.evaluator.providers;
