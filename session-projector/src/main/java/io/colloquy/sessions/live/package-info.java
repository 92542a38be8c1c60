/**
 * The live view: topics projected into Redis.
 *
 * <p>{@link io.colloquy.sessions.live.LiveProjection} folds sessions and readings, {@link
 * io.colloquy.sessions.live.LiveStore} writes what came of a batch together with the position behind it, in one step. Redis
 * is the only holder of nothing: what it loses is read from the log again.
 */
package io.colloquy.sessions.live;
