/**
 * From frames to readings, on Kafka Streams.
 *
 * <p>Each acknowledged frame ends in a reading or a reason, inside {@code process()}: nothing is buffered across records,
 * because nothing could flush it before offsets are committed. Identity of a reading: session, stream, frame_seq.
 */
package io.colloquy.frames.topology;
