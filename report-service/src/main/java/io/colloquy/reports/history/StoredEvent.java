package io.colloquy.reports.history;

/**
 * A session's event as the log stored it.
 *
 * @param seq place in the session's order, from 1
 * @param value the stored bytes, wire format included, personal content sealed
 */
public record StoredEvent(long seq, byte[] value) {}
