package io.colloquy.schemas;

/** How often a record that stands for one fact can occur on a topic. */
public enum Guarantee {
    /** Written in a Kafka transaction: readers with {@code read_committed} see it once. */
    EXACTLY_ONCE,
    /** May occur again after a crash; readers remove duplicates by the topic's identity. */
    AT_LEAST_ONCE
}
