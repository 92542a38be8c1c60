/**
 * One JSON mapper: snake_case, ISO-8601 times, strict on types. Used by every endpoint and snapshot.
 */
package io.colloquy.platform.json;
