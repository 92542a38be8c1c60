/**
 * How much anybody may ask for, counted in this instance. Whoever has to count over several instances does so elsewhere and
 * falls back to this. No library type leaves the package.
 */
package io.colloquy.platform.limits;
