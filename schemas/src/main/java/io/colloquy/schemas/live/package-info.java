/**
 * The live view in Redis: names of keys, and the shape of what they hold.
 *
 * <p>One service writes it, others read it; docs/contracts.md says who. It is a cache of the log and the only holder of
 * nothing.
 */
package io.colloquy.schemas.live;
