/**
 * A picture on its way to {@code frames}: reading the message, checking consent against the session's snapshot, sealing and
 * sending. Nothing here waits for Kafka longer than 50 ms, and nothing that cannot be checked is taken.
 */
package io.colloquy.ingest.frames;
