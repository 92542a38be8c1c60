package io.colloquy.reports.history;

import io.colloquy.events.SessionEvent;

/**
 * An event beside the bytes that it was read from.
 *
 * @param stored as the log has it
 * @param event what it says, personal content still sealed; null when the bytes cannot be read any more
 */
public record DecodedEvent(StoredEvent stored, SessionEvent event) {}
