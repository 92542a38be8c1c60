/**
 * Identifiers. UUIDs of version 7 sort by time; name-based ones repeat for the same input.
 */
package io.colloquy.platform.ids;
