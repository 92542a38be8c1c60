/**
 * What must hold when parts of the platform go away, are killed, or are given what they cannot read.
 *
 * <p>The oracle is the client's own journal of what was acknowledged, held against the log and the read model: nothing
 * acknowledged is lost, nothing is there twice.
 *
 * <p>The tests share one platform of their own, put back together by each of them; nothing here measures time, except where
 * the times of events are the property itself.
 */
package io.colloquy.local.faults;
