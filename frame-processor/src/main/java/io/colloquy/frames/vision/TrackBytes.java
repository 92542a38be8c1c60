package io.colloquy.frames.vision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link Track} as bytes, for a state store: a version, then its parts in order. Times have milliseconds. */
public final class TrackBytes {
    private static final int VERSION = 2;

    private TrackBytes() {}

    /** The bytes of a track. */
    public static byte[] write(Track track) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeFaces(out, track.face());
            writeFaces(out, track.lost().map(LastSeen::place));
            writeTimes(out, track.lost().map(LastSeen::at).stream().toList());
            writeBoxes(out, track.others());
            write(out, track.searches());
            writePlaces(out, track.eyes().left().stream().toList());
            writePlaces(out, track.eyes().right().stream().toList());
            out.writeDouble(track.calibration().usual());
            writeTimes(out, track.calibration().last().stream().toList());
            write(out, track.blinks());
            write(out, track.blinkRate());
            write(out, track.smoothing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The track of the bytes. Bytes of another version give {@link Track#NEW}: forgetting a track costs one search of the
     * whole picture.
     */
    public static Track read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return Track.NEW;
            }
            return new Track(
                    readFace(in),
                    readLastSeen(in),
                    readBoxes(in),
                    readSearches(in),
                    new EyePlaces(first(readPlaces(in)), first(readPlaces(in))),
                    new EyeCalibration(in.readDouble(), first(readTimes(in))),
                    readBlinks(in),
                    readBlinkRate(in),
                    readSmoothing(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected the bytes of a track, but they end too early", e);
        }
    }

    private static void write(DataOutputStream out, BlinkWatch blinks) throws IOException {
        writeTimes(out, blinks.last().stream().toList());
        out.writeBoolean(blinks.open());
        writeTimes(out, blinks.closedFrom().stream().toList());
        writeTimes(out, blinks.closedTo().stream().toList());
    }

    private static BlinkWatch readBlinks(DataInputStream in) throws IOException {
        return new BlinkWatch(first(readTimes(in)), in.readBoolean(), first(readTimes(in)), first(readTimes(in)));
    }

    private static void write(DataOutputStream out, BlinkRate rate) throws IOException {
        out.writeShort(rate.spans().size());
        for (BlinkRate.Span span : rate.spans()) {
            out.writeLong(span.from().toEpochMilli());
            out.writeInt(span.seenMillis());
            out.writeInt(span.blinks());
        }
    }

    private static BlinkRate readBlinkRate(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<BlinkRate.Span> spans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            spans.add(new BlinkRate.Span(Instant.ofEpochMilli(in.readLong()), in.readInt(), in.readInt()));
        }
        return new BlinkRate(spans);
    }

    private static void write(DataOutputStream out, Searches searches) throws IOException {
        writeTimes(out, searches.others().stream().toList());
        writeTimes(out, searches.thorough().stream().toList());
        out.writeInt(searches.inVain());
    }

    private static Searches readSearches(DataInputStream in) throws IOException {
        return new Searches(first(readTimes(in)), first(readTimes(in)), in.readInt());
    }

    private static void writeFaces(DataOutputStream out, Optional<FacePlace> face) throws IOException {
        writeBoxes(out, face.map(FacePlace::box).stream().toList());
        out.writeDouble(face.map(FacePlace::tilt).orElse(0.0));
    }

    private static Optional<FacePlace> readFace(DataInputStream in) throws IOException {
        Optional<Box> box = first(readBoxes(in));
        double tilt = in.readDouble();
        return box.map(it -> new FacePlace(it, tilt));
    }

    private static Optional<LastSeen> readLastSeen(DataInputStream in) throws IOException {
        Optional<FacePlace> place = readFace(in);
        Optional<Instant> at = first(readTimes(in));
        return place.map(it -> new LastSeen(it, at.orElse(Instant.EPOCH)));
    }

    private static void write(DataOutputStream out, Optional<Smoothing> smoothing) throws IOException {
        out.writeBoolean(smoothing.isPresent());
        if (smoothing.isPresent()) {
            out.writeLong(smoothing.get().at().toEpochMilli());
            for (float value : smoothing.get().value().values()) {
                out.writeFloat(value);
            }
        }
    }

    private static Optional<Smoothing> readSmoothing(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(in.readLong());
        float[] values = new float[Emotion.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return Optional.of(new Smoothing(at, Probabilities.of(values)));
    }

    private static void writeBoxes(DataOutputStream out, List<Box> boxes) throws IOException {
        out.writeShort(boxes.size());
        for (Box box : boxes) {
            out.writeInt(box.x());
            out.writeInt(box.y());
            out.writeInt(box.width());
            out.writeInt(box.height());
        }
    }

    private static List<Box> readBoxes(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<Box> boxes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return boxes;
    }

    private static void writePlaces(DataOutputStream out, List<EyePlaces.Place> places) throws IOException {
        out.writeShort(places.size());
        for (EyePlaces.Place place : places) {
            out.writeDouble(place.x());
            out.writeDouble(place.y());
            out.writeDouble(place.width());
        }
    }

    private static List<EyePlaces.Place> readPlaces(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<EyePlaces.Place> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            places.add(new EyePlaces.Place(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return places;
    }

    private static void writeTimes(DataOutputStream out, List<Instant> times) throws IOException {
        out.writeShort(times.size());
        for (Instant time : times) {
            out.writeLong(time.toEpochMilli());
        }
    }

    private static List<Instant> readTimes(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<Instant> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            times.add(Instant.ofEpochMilli(in.readLong()));
        }
        return times;
    }

    private static <T> Optional<T> first(List<T> values) {
        return values.stream().findFirst();
    }
}
