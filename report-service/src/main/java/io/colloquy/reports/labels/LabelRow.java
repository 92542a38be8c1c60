package io.colloquy.reports.labels;

import io.colloquy.events.Personal;
import java.time.Instant;

/**
 * What one person says of one answer.
 *
 * @param note sealed; null without one
 */
public record LabelRow(String questionId, Label label, String labellerId, Personal note, Instant at) {}
