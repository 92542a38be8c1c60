/**
 * Emotion is never an input to a score, shown on the topologies that decide and evaluate.
 *
 * <p>The whole interview runs through both of them in Kafka's test driver, with every topic's records offered to whoever
 * reads that topic.
 *
 * <p>What comes out is compared byte for byte while readings are shuffled, turned round and left out.
 */
package io.colloquy.local.emotion;
