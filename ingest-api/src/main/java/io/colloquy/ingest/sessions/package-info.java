/**
 * Starting and reading interviews, and who may touch which session. A foreign session looks like one that does not exist.
 */
package io.colloquy.ingest.sessions;
