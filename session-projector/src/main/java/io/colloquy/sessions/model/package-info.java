/**
 * A session as readers see it: the fold of its events, with sealed content as it is.
 *
 * <p>{@link io.colloquy.sessions.model.SessionFold} is the one place that says what an event changes for readers; both
 * projectors keep what it returns, one in Postgres, the other without content in Redis. Nothing here judges: the decider
 * has decided.
 */
package io.colloquy.sessions.model;
