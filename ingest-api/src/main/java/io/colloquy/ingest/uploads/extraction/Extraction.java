package io.colloquy.ingest.uploads.extraction;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What came of reading a PDF, and its form between the two processes: the outcome's name, the number of pages, whether
 * something was left out, then UTF-8 to the end.
 *
 * @param outcome what it is
 * @param text as it stands on the pages; empty unless there is some
 * @param pages of the document
 * @param cut whether pages or text are missing
 */
public record Extraction(Outcome outcome, String text, int pages, boolean cut) {
    /** Most characters of raw text. */
    public static final int MOST_CHARACTERS = 400_000;
    /** Most bytes that the reading process answers with. */
    public static final int MOST_BYTES = 64 + 3 * MOST_CHARACTERS;

    /** What a file turned out to be. */
    public enum Outcome {
        /** There is text. */
        TEXT,
        /** There are pages, but nothing on them is text. */
        WITHOUT_TEXT,
        /** A password is needed. */
        ENCRYPTED,
        /** No reader makes a document of it. */
        DAMAGED,
        /** It asks for more time, memory, objects or depth than a document may. */
        TOO_DEMANDING
    }

    /** No text, and why. */
    public static Extraction none(Outcome outcome) {
        return new Extraction(outcome, "", 0, false);
    }

    void writeTo(OutputStream stream) throws IOException {
        DataOutputStream data = new DataOutputStream(stream);
        data.writeUTF(outcome.name());
        data.writeInt(pages);
        data.writeBoolean(cut);
        data.write(text.getBytes(StandardCharsets.UTF_8));
        data.flush();
    }

    /**
     * Reads what a process wrote.
     *
     * @throws IOException when it is not of that form
     */
    public static Extraction of(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IOException("Expected at most %d bytes, but there are more".formatted(MOST_BYTES));
        }
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            Outcome outcome = Outcome.valueOf(data.readUTF());
            int pages = data.readInt();
            boolean cut = data.readBoolean();
            return new Extraction(outcome, new String(data.readAllBytes(), StandardCharsets.UTF_8), pages, cut);
        } catch (IllegalArgumentException e) {
            throw new IOException("Expected an extraction, but got something else", e);
        }
    }
}
