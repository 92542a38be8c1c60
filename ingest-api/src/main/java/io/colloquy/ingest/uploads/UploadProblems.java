package io.colloquy.ingest.uploads;

import io.colloquy.platform.http.Problem;

/** Why a file gives no text, under types that stay: clients may rely on them. */
final class UploadProblems {
    private UploadProblems() {}

    static Problem empty() {
        return Problem.unprocessable(
                "empty-upload", "The file is empty", "Expected a file with content, but it is empty");
    }

    static Problem notPdf(FileKind found) {
        return Problem.unprocessable(
                "not-a-pdf", "The file is no PDF", "Expected a PDF, but the bytes are " + found.words());
    }

    static Problem notText(FileKind found) {
        return Problem.unprocessable(
                "not-plain-text",
                "The file is no plain text",
                "Expected plain text, but the bytes are " + found.words());
    }

    static Problem encrypted() {
        return Problem.unprocessable(
                "pdf-encrypted",
                "The PDF needs a password",
                "Expected a PDF that opens without a password, but it is locked");
    }

    static Problem withoutText() {
        return Problem.unprocessable(
                "pdf-without-text",
                "There is no text in the PDF",
                "Expected text, but the pages hold none; a scan is a picture of text");
    }

    static Problem damaged() {
        return Problem.unprocessable(
                "pdf-damaged", "The PDF cannot be read", "Expected a whole PDF, but it cannot be read");
    }

    static Problem tooDemanding() {
        return Problem.unprocessable(
                "pdf-too-demanding",
                "The PDF asks for too much",
                "Expected a PDF that is read within %d seconds and 192 MiB, but it is not"
                        .formatted(PdfReader.TIME.toSeconds()));
    }
}
