/**
 * Sessions of the read model: who may know of them, and lists of them.
 *
 * <p>{@link io.colloquy.reports.sessions.VisibleSessions} is the one way to a session. Row-level security keeps organisations
 * apart below it; what a caller may not read is answered like what does not exist.
 */
package io.colloquy.reports.sessions;
