/**
 * Opens personal content at the last moment, for readers who were let in before.
 *
 * <p>Everything else in this service carries {@code Personal}, sealed. An erased session's content is absent, never an
 * error.
 */
package io.colloquy.reports.content;
