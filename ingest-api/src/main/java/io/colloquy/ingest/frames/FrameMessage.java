package io.colloquy.ingest.frames;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * A frame as the client sends it.
 *
 * @param stream UUID of the page load
 * @param seq from 0 within the stream
 * @param capturedAt by the browser's clock
 * @param jpeg the picture
 */
public record FrameMessage(UUID stream, long seq, Instant capturedAt, byte[] jpeg) {
    /** Bytes before the picture. */
    public static final int HEADER_BYTES = 29;
    /** Largest seq: 32 bits, unsigned. */
    public static final long MAX_SEQ = 0xFFFF_FFFFL;

    private static final byte VERSION = 1;

    /**
     * Reads a binary message: version (1 byte), stream (16), seq (32 bits, unsigned), captured-at (64, epoch millis), JPEG;
     * big-endian.
     *
     * @throws IllegalArgumentException when it is too short or of another version; reads "Expected …, but …"
     */
    public static FrameMessage decode(ByteBuffer message) {
        ByteBuffer bytes = message.slice();
        if (bytes.remaining() < HEADER_BYTES) {
            throw new IllegalArgumentException(
                    "Expected a header of %d bytes, but got %d".formatted(HEADER_BYTES, bytes.remaining()));
        }
        byte version = bytes.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "Expected frame version %d, but got %d".formatted(VERSION, version & 0xFF));
        }
        UUID stream = new UUID(bytes.getLong(), bytes.getLong());
        long seq = Integer.toUnsignedLong(bytes.getInt());
        Instant capturedAt = Instant.ofEpochMilli(bytes.getLong());
        byte[] jpeg = new byte[bytes.remaining()];
        bytes.get(jpeg);
        return new FrameMessage(stream, seq, capturedAt, jpeg);
    }

    /** As a binary message. */
    public ByteBuffer encode() {
        return ByteBuffer.allocate(HEADER_BYTES + jpeg.length)
                .put(VERSION)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt((int) seq)
                .putLong(capturedAt.toEpochMilli())
                .put(jpeg)
                .flip();
    }

    @Override
    public String toString() {
        return "FrameMessage[%s, %d, %d bytes]".formatted(stream, seq, jpeg.length);
    }
}
