package io.colloquy.sessions.readings;

/**
 * Which frame; readings of the same one are the same fact, however often they arrive.
 *
 * @param stream of the page load
 * @param seq within the stream, from 0
 */
public record FrameId(String sessionId, String stream, long seq) {}
