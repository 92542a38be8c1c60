/**
 * Sealing of personal content under a key per session. Destroying a key erases what it sealed. Keys live in Postgres,
 * wrapped by a master key that is not in the database.
 */
package io.colloquy.platform.sealing;
