/**
 * The candidate's live link: frames in, acknowledgements and updates out. One socket owns a session, across instances; a slow
 * reader gets the latest values instead of a queue.
 */
package io.colloquy.ingest.socket;
