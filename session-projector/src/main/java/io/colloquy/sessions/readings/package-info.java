/**
 * What was read from frames, out of the contract's classes.
 *
 * <p>Two topics speak of the same frame: {@link io.colloquy.sessions.readings.FrameSeen} of presence, eyes and quality, {@link
 * io.colloquy.sessions.readings.EmotionSeen} of expression where the policy allows it. Nothing here comes near a score.
 */
package io.colloquy.sessions.readings;
