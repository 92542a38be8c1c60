/**
 * Client input on its way to {@code session-commands}, and the wait for what was decided. Nothing is decided here; the same
 * command sent twice gets the same answer.
 */
package io.colloquy.ingest.commands;
