/**
 * What was seen in a session's frames: facts, never an input to a score.
 *
 * <p>{@link io.colloquy.reports.readings.Timeline} and {@link io.colloquy.reports.readings.ReadingCounts} sum them up for
 * readers. Emotions are not here.
 */
package io.colloquy.reports.readings;
