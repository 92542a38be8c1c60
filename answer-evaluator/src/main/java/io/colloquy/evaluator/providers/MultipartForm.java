package io.colloquy.evaluator.providers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body (RFC 7578) of plain fields and one file. Names and values are ours, never a caller's. */
final class MultipartForm {
    private final String boundary = "colloquy-" + UUID.randomUUID();
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();

    MultipartForm with(String name, String value) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value));
        return this;
    }

    /** The whole, with a file as its last part. */
    ProviderHttp.Content withFile(String name, Recording recording) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, recording.fileName(), recording.mediaType()));
        byte[] end = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
        return new ProviderHttp.Content(
                "multipart/form-data; boundary=" + boundary,
                new ArrayList<>(List.of(fields.toByteArray(), recording.bytes(), end)));
    }

    private void write(String text) {
        fields.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
