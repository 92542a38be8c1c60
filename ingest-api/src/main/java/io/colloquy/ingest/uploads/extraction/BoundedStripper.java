package io.colloquy.ingest.uploads.extraction;

import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a document in the order in which people read it, and stops when there is more than a document has. */
final class BoundedStripper extends PDFTextStripper {
    private static final int MOST_PAGES = 50;
    private static final int MOST_GLYPHS = 1_000_000;

    private int glyphs;

    BoundedStripper() {
        setSortByPosition(true);
        setEndPage(MOST_PAGES);
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setPageEnd("\n");
    }

    /** Text of at most so many characters and pages. */
    Extraction read(PDDocument document) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = document.getNumberOfPages() > MOST_PAGES;
        try {
            writeText(document, new Limited(text));
        } catch (Enough enough) {
            cut = true;
        }
        Extraction.Outcome outcome =
                text.toString().isBlank() ? Extraction.Outcome.WITHOUT_TEXT : Extraction.Outcome.TEXT;
        return new Extraction(outcome, text.toString(), document.getNumberOfPages(), cut);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++glyphs > MOST_GLYPHS) {
            throw new Enough();
        }
        super.processTextPosition(position);
    }

    /** The limit is reached: what was read until then is good. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class Limited extends Writer {
        private final StringBuilder text;

        Limited(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void write(char[] characters, int from, int count) {
            text.append(characters, from, Math.min(count, Extraction.MOST_CHARACTERS - text.length()));
            if (text.length() == Extraction.MOST_CHARACTERS) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
