package io.colloquy.local.demo;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * A frame as it goes over the socket: version 1, stream, seq (unsigned 32 bits), epoch milliseconds, JPEG; big-endian.
 *
 * @param seq within the stream, from 0
 */
record FrameMessage(UUID stream, long seq, Instant capturedAt, byte[] jpeg) {
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 29;

    ByteBuffer bytes() {
        return ByteBuffer.allocate(HEADER_BYTES + jpeg.length)
                .put(VERSION)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt((int) seq)
                .putLong(capturedAt.toEpochMilli())
                .put(jpeg)
                .flip();
    }
}
