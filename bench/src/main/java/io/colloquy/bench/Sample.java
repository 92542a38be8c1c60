package io.colloquy.bench;

/**
 * What one measurement found.
 *
 * @param perSecond pieces of work a second
 * @param cpuMillis processor time of each, milliseconds
 * @param count pieces of work in the window
 */
public record Sample(double perSecond, double cpuMillis, long count) {}
