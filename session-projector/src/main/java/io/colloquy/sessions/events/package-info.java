/**
 * What can happen in a session and what can ask for it, as sealed, immutable values.
 *
 * <p>{@link io.colloquy.sessions.events.Event} lists everything that is ever decided, {@link
 * io.colloquy.sessions.events.Input} everything that is ever decided about; folds over them are exhaustive switches. The
 * generated Avro classes stay outside: {@link io.colloquy.sessions.events.EventMapping} and {@link
 * io.colloquy.sessions.events.InputMapping} are the only places that know both.
 */
package io.colloquy.sessions.events;
