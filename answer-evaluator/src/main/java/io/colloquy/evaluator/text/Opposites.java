package io.colloquy.evaluator.text;

/**
 * Words that contradict each other: who asks for one and hears the other has not been understood.
 *
 * @param here words of one side
 * @param there words of the other
 */
public record Opposites(Phrases here, Phrases there) {}
