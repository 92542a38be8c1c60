/**
 * What follows from what, in a session: pure functions over immutable values, without clock, chance or network.
 *
 * <p>{@link io.colloquy.sessions.decider.Decider} says which events an input leads to, {@link
 * io.colloquy.sessions.decider.Evolver} what a session is after an event; neither knows Kafka. Replaying the events gives
 * the same state, because deciding never changes it.
 */
package io.colloquy.sessions.decider;
