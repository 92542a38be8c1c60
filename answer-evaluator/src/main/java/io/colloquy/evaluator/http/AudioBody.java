package io.colloquy.evaluator.http;

import io.colloquy.evaluator.providers.AudioKind;
import io.colloquy.evaluator.providers.Recording;
import io.colloquy.platform.http.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A recording as the body of a request: its first bytes and its content type have to name the same format. */
final class AudioBody {
    /** Most bytes of a recording. */
    static final int MOST_BYTES = 10 << 20;

    private AudioBody() {}

    /** As long as it says it is, else as long as it may be. */
    static int declared(Context context) {
        int length = context.contentLength();
        if (length > MOST_BYTES) {
            throw tooLarge();
        }
        return length < 0 ? MOST_BYTES : length;
    }

    /**
     * Reads it.
     *
     * @throws Problem 400, 413 or 415
     */
    static Recording read(Context context) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        byte[] bytes = bytes(context);
        if (bytes.length == 0) {
            throw Problem.invalidRequest("Expected a recording, but the body is empty");
        }
        AudioKind kind = AudioKind.of(bytes)
                .orElseThrow(() -> Problem.unsupported(
                        "Expected audio as WebM, Ogg, WAV, MP3 or MP4, but its first bytes are of none of them"));
        if (!kind.isCalled(type)) {
            throw Problem.unsupported(
                    "Expected the content type %s by the first bytes, but it is another".formatted(kind.mediaType()));
        }
        return new Recording(kind, bytes);
    }

    private static byte[] bytes(Context context) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.invalidRequest("Expected a whole body, but it broke off");
        }
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("Expected a recording of at most %d bytes, but it is larger".formatted(MOST_BYTES));
    }
}
