/**
 * Whether a frame may be looked at: the candidate's consent and the organisation's policy, as session-events tell them.
 *
 * <p>The rules are pure; the ledger holds what is known now; the watch keeps it current on a thread of its own, so that a
 * withdrawal overtakes any number of queued frames. Nothing is decoded that these do not admit.
 */
package io.colloquy.frames.consent;
