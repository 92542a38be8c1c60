/**
 * A session's events as they were decided: listed, verified, told again.
 *
 * <p>{@link io.colloquy.reports.history.EventChain} checks the stored bytes, so that an edited, missing, moved or added event is
 * found. Values are decoded from the log's own bytes, not from a copy of their content.
 */
package io.colloquy.reports.history;
