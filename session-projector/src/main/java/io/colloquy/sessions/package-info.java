/**
 * The session-projector: decides what happened in a session and projects it for readers.
 *
 * <p>{@link io.colloquy.sessions.SessionProjectorService} starts the decider's topology and the projectors together; {@link
 * io.colloquy.sessions.Main} runs it as a process. It has no API of its own but health and metrics.
 */
package io.colloquy.sessions;
