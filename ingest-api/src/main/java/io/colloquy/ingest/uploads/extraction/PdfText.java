package io.colloquy.ingest.uploads.extraction;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The text of a PDF, in memory alone. Pictures are never decoded; scripts, links and attachments are never followed. */
final class PdfText {
    private static final int MOST_OBJECTS = 100_000;

    private PdfText() {}

    /** Whatever the bytes are, there is an answer; errors of the machine itself (no memory) are thrown. */
    static Extraction of(byte[] pdf) {
        FontMappers.set(new BundledFont());
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return document.getDocument().getXrefTable().size() > MOST_OBJECTS
                    ? Extraction.none(Extraction.Outcome.TOO_DEMANDING)
                    : new BoundedStripper().read(document);
        } catch (InvalidPasswordException e) {
            return Extraction.none(Extraction.Outcome.ENCRYPTED);
        } catch (NoClassDefFoundError e) {
            // What a certificate has locked needs libraries that are not here, and a key that nobody has.
            return Extraction.none(Extraction.Outcome.ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            return Extraction.none(Extraction.Outcome.DAMAGED);
        } catch (StackOverflowError e) {
            return Extraction.none(Extraction.Outcome.TOO_DEMANDING);
        }
    }
}
