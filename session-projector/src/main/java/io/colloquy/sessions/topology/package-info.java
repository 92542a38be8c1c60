/**
 * The decider on Kafka Streams: loads a session, asks, stores, forwards. Nothing is decided here.
 *
 * <p>Commands, plans and evaluations of a session meet in one task, because their topics have the same key and as many
 * partitions. What is forwarded is decided, recorded and hashed in one exactly-once transaction with the session's state.
 */
package io.colloquy.sessions.topology;
