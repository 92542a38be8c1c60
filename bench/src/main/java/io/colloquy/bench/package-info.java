/**
 * How fast Colloquy is, as ratios to a bare loop over the same component in the same run. Ceiling and system take turns, so
 * that a noisy machine disturbs both alike; what is printed is the median of the pairs and their spread. Nothing here is a
 * timed test: a run reports what it finds.
 */
package io.colloquy.bench;
