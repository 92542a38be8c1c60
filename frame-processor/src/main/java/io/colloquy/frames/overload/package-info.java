/**
 * What to leave out when frames come faster than they can be looked at: the newest frame of each session wins. A frame that
 * waited too long is judged by what is queued behind it, which a consumer beside the stream reads once, keys only being
 * kept. Everything else about frames, consent first, is decided elsewhere and before.
 */
package io.colloquy.frames.overload;
