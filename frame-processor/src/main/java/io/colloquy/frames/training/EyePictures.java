package io.colloquy.frames.training;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/** Reads the compressed file of eye patches ("EYEP", version 1) with the list of their sources beside it. */
final class EyePictures {
    static final int CLOSED = 0;
    static final int OPEN = 1;

    static final int MAGIC = 0x45594550;
    private static final int SIDE = 24;

    private EyePictures() {}

    /**
     * One patch.
     *
     * @param right whether it is the person's right eye, as the data says
     * @param source the person (open eyes) or the source picture (closed eyes), so that no one is in two parts
     */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to native memory, never compared
    record Eye(byte[] pixels, int label, boolean right, String source) {}

    /** With the sources from the list beside the file. */
    static List<Eye> read(Path file, Path labels) throws IOException {
        List<String> rows = Files.readAllLines(labels);
        return read(file, place -> source(rows.get(place + 1)));
    }

    /** Without sources: enough to measure, not to train on. */
    static List<Eye> read(Path file) throws IOException {
        return read(file, place -> "");
    }

    private static List<Eye> read(Path file, IntFunction<String> sources) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            int magic = in.readInt();
            int version = in.readUnsignedShort();
            int width = in.readUnsignedShort();
            int height = in.readUnsignedShort();
            int recordBytes = in.readUnsignedShort();
            if (magic != MAGIC || version != 1 || width != SIDE || height != SIDE || recordBytes != 2 + SIDE * SIDE) {
                throw new IOException("Expected an EYEP file of version 1 with patches of 24 × 24, but '"
                        + file.getFileName() + "' has another header");
            }
            List<Eye> eyes = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                int label = in.readUnsignedByte();
                boolean right = in.readUnsignedByte() == 'R';
                byte[] pixels = in.readNBytes(SIDE * SIDE);
                if (pixels.length < SIDE * SIDE) {
                    throw new IOException("Expected " + count + " patches in '" + file.getFileName()
                            + "', but it ends in patch " + (i + 1));
                }
                eyes.add(new Eye(pixels, label, right, sources.apply(i)));
            }
            return eyes;
        }
    }

    /** {@code …,Aaron_Guiel_0001_L.jpg} is of Aaron_Guiel; {@code …,closed_eye_0002.jpg_face_2_L.jpg} of closed_eye_0002. */
    static String source(String row) {
        String name = row.substring(row.lastIndexOf(',') + 1);
        return name.startsWith("closed") ? name.replaceFirst("\\..*", "") : name.replaceFirst("_\\d+_[LR]\\..*", "");
    }
}
