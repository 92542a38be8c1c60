/**
 * Emotion readings, for those to whom a session's policy shows them.
 *
 * <p>{@link io.colloquy.reports.emotions.EmotionAccess} applies the policy that was resolved when the session started. No other
 * package depends on this one, so that nothing read here can reach a report.
 */
package io.colloquy.reports.emotions;
