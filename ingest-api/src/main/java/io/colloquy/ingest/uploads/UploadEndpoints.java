package io.colloquy.ingest.uploads;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.ingest.uploads.extraction.Extraction;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.metrics.Metrics;
import io.javalin.http.Context;
import java.util.function.Supplier;

/**
 * Text out of files, for whoever is signed in, guests included. Nothing is stored, logged or sent on: the caller gets the text,
 * corrects it, and starts an interview with it.
 */
public final class UploadEndpoints {
    /** Of one file. */
    public static final int MOST_BYTES = UploadBody.MOST_BYTES;

    /** As much as the start of an interview takes. */
    private static final int MOST_CHARACTERS = 100_000;

    private final Guard guard;
    private final UploadDesk desk;
    private final PdfReader reader;
    private final Metrics metrics;

    record Text(String text, int pages, int characters, boolean truncated) {}

    /** @param reader reads PDFs in processes of their own */
    public UploadEndpoints(Guard guard, RateLimits limits, PdfReader reader, Metrics metrics) {
        this.guard = guard;
        this.desk = new UploadDesk(limits);
        this.reader = reader;
        this.metrics = metrics;
    }

    /** {@code POST /api/v1/upload/pdf}. */
    public void pdf(Context context) {
        answer(context, "pdf", () -> pdfText(context));
    }

    /** {@code POST /api/v1/upload/txt}. */
    public void text(Context context) {
        answer(context, "txt", () -> plainText(context));
    }

    private void answer(Context context, String kind, Supplier<Text> text) {
        String user = guard.principal(context).userId();
        try {
            Text answer = desk.serve(context, user, text);
            count(kind, "read");
            context.header("Cache-Control", "no-store").json(answer);
        } catch (Problem problem) {
            count(kind, problem.slug());
            throw problem;
        }
    }

    private void count(String kind, String outcome) {
        metrics.counter(IngestMetric.UPLOADS).labels(kind, outcome).inc();
    }

    private Text pdfText(Context context) {
        byte[] file = UploadBody.file(context, "application/pdf");
        if (!FileKind.isPdf(file)) {
            throw UploadProblems.notPdf(FileKind.of(file));
        }
        Extraction extraction = reader.read(file).orElseThrow(() -> UploadDesk.busy(context));
        return switch (extraction.outcome()) {
            case TEXT ->
                text(
                        ReadableText.ofPages(extraction.text(), MOST_CHARACTERS),
                        extraction.pages(),
                        extraction.cut(),
                        UploadProblems.withoutText());
            case WITHOUT_TEXT -> throw UploadProblems.withoutText();
            case ENCRYPTED -> throw UploadProblems.encrypted();
            case DAMAGED -> throw UploadProblems.damaged();
            case TOO_DEMANDING -> throw UploadProblems.tooDemanding();
        };
    }

    private static Text plainText(Context context) {
        byte[] file = UploadBody.file(context, "text/plain");
        String raw = PlainText.of(file).orElseThrow(() -> UploadProblems.notText(FileKind.of(file)));
        return text(ReadableText.ofLines(raw, MOST_CHARACTERS), 1, false, UploadProblems.empty());
    }

    private static Text text(ReadableText readable, int pages, boolean cut, Problem whenEmpty) {
        if (readable.text().isEmpty()) {
            throw whenEmpty;
        }
        return new Text(readable.text(), pages, readable.text().length(), cut || readable.truncated());
    }
}
