package io.colloquy.frames.training;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the compressed file of labelled faces ("FERP", version 1) that the emotion model is trained on. */
final class FerpFile {
    /** The picture also occurs in the part kept apart for the final measurement. */
    static final int ALSO_IN_TEST = 2;

    /** The picture also occurs in the validation part. */
    static final int ALSO_IN_VALIDATION = 4;

    static final int MAGIC = 0x46455250;
    private static final int BYTES_BEFORE_PIXELS = 16;
    private static final int FIRST_VOTE = 6;

    /** The file counts neutral, happiness, surprise, sadness, anger, disgust, fear, …; labels have another order. */
    private static final int[] VOTES_IN_ORDER_OF_LABELS = {4, 5, 6, 1, 3, 2, 0};

    private FerpFile() {}

    /** Reads all records but those that carry one of the flags in {@code droppedFlags}. */
    static LabelledPictures read(Path file, int droppedFlags) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            Header header = Header.read(in, file);
            List<byte[]> pixels = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            List<Optional<List<Double>>> votes = new ArrayList<>();
            for (int i = 0; i < header.count; i++) {
                byte[] record = in.readNBytes(header.recordBytes);
                if (record.length < header.recordBytes) {
                    throw new IOException("Expected " + header.count + " records in '" + file.getFileName()
                            + "', but it ends in record " + (i + 1));
                }
                if ((record[5] & droppedFlags) == 0) {
                    labels.add((int) record[4]);
                    votes.add(votes(record));
                    pixels.add(Arrays.copyOfRange(record, BYTES_BEFORE_PIXELS, record.length));
                }
            }
            return new LabelledPictures(header.side, pixels, labels, votes);
        }
    }

    /** The shares of the seven emotions in the votes; contempt, unknown and "not a face" have no class of ours. */
    private static Optional<List<Double>> votes(byte[] record) {
        double sum = 0;
        for (int place : VOTES_IN_ORDER_OF_LABELS) {
            sum += record[FIRST_VOTE + place];
        }
        if (sum == 0) {
            return Optional.empty();
        }
        List<Double> shares = new ArrayList<>();
        for (int place : VOTES_IN_ORDER_OF_LABELS) {
            shares.add(record[FIRST_VOTE + place] / sum);
        }
        return Optional.of(shares);
    }

    private record Header(int side, int recordBytes, int count) {
        static Header read(DataInputStream in, Path file) throws IOException {
            int magic = in.readInt();
            int version = in.readUnsignedShort();
            int width = in.readUnsignedShort();
            int height = in.readUnsignedShort();
            int recordBytes = in.readUnsignedShort();
            if (magic != MAGIC
                    || version != 1
                    || width != height
                    || recordBytes != BYTES_BEFORE_PIXELS + width * height) {
                throw new IOException("Expected a FERP file of version 1 with square pictures, but '"
                        + file.getFileName() + "' has another header");
            }
            return new Header(width, recordBytes, in.readInt());
        }
    }
}
