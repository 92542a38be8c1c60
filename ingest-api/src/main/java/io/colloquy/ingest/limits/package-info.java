/**
 * How much anybody may ask for. Counters live in Redis, so that several instances count together. While Redis is away sign-in
 * is refused and everything else is counted per instance.
 */
package io.colloquy.ingest.limits;
