/**
 * The first organisation and its administrator, because there is no open registration. {@link
 * io.colloquy.ingest.seed.SeedMain} is a program of the service's own image, run once and harmless when run again. Everybody
 * else is invited.
 */
package io.colloquy.ingest.seed;
