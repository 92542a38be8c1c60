package io.colloquy.ingest.uploads;

import io.colloquy.platform.http.BoundedBody;
import io.colloquy.platform.http.Multipart;
import io.colloquy.platform.http.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file of a request: the body itself, or the one file of a form. Its name is never looked at. */
final class UploadBody {
    /** Of one file. */
    static final int MOST_BYTES = 5 << 20;

    private static final int AROUND_A_FILE = 64 << 10;
    private static final String FORM = "multipart/form-data";

    private UploadBody() {}

    /**
     * The file's bytes, at least one.
     *
     * @param raw the content type of a body that is the file
     * @throws Problem 400, 413, 415, or 422 when there is nothing in it
     */
    static byte[] file(Context context, String raw) {
        byte[] file = bytes(context, raw);
        if (file.length > MOST_BYTES) {
            throw Problem.tooLarge("Expected a file of at most %d bytes, but it is larger".formatted(MOST_BYTES));
        }
        if (file.length == 0) {
            throw UploadProblems.empty();
        }
        return file;
    }

    private static byte[] bytes(Context context, String raw) {
        String contentType = Optional.ofNullable(context.contentType()).orElse("");
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals(raw)) {
            return BoundedBody.read(context, MOST_BYTES);
        }
        if (!type.equals(FORM)) {
            throw Problem.unsupported("Expected %s or %s, but the content type is another".formatted(raw, FORM));
        }
        List<byte[]> files = Multipart.files(contentType, BoundedBody.read(context, MOST_BYTES + AROUND_A_FILE));
        if (files.size() != 1) {
            throw Problem.invalidRequest("Expected one file in the form, but there are " + files.size());
        }
        return files.getFirst();
    }
}
