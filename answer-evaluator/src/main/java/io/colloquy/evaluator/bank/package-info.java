/**
 * The question bank: versioned content, not code. A bank is read once, checked as a whole and never changed; its version is
 * the hash of what it says, so that every plan can name exactly what it was made from. Nothing here knows sessions or Kafka.
 */
package io.colloquy.evaluator.bank;
