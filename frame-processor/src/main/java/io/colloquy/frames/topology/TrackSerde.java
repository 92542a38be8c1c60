package io.colloquy.frames.topology;

import io.colloquy.frames.vision.TrackBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Tracks as compact bytes: internal to this service and its changelog. */
final class TrackSerde {
    private TrackSerde() {}

    static Serde<TrackedStream> create() {
        return Serdes.serdeFrom((topic, tracked) -> write(tracked), (topic, bytes) -> read(bytes));
    }

    private static byte[] write(TrackedStream tracked) {
        if (tracked == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(tracked.stream());
            out.writeLong(tracked.lastSeq());
            out.write(TrackBytes.write(tracked.track()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static TrackedStream read(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new TrackedStream(in.readUTF(), in.readLong(), TrackBytes.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
