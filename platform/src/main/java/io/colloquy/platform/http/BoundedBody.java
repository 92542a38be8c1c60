package io.colloquy.platform.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Bodies of a size and a time of their own, whether their length is told or not. */
public final class BoundedBody {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHUNK = 64 << 10;

    private BoundedBody() {}

    /**
     * The whole body in memory.
     *
     * @param most bytes
     * @throws Problem 413 when it is larger, 400 when it breaks off or takes longer than a minute
     */
    public static byte[] read(Context context, int most) {
        if (context.contentLength() > most) {
            throw tooLarge(most);
        }
        try {
            return read(context.bodyInputStream(), most);
        } catch (IOException e) {
            throw Problem.invalidRequest("Expected a whole body, but it broke off");
        }
    }

    private static byte[] read(InputStream body, int most) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int got = body.read(chunk); got >= 0; got = body.read(chunk)) {
            bytes.write(chunk, 0, got);
            if (bytes.size() > most) {
                throw tooLarge(most);
            }
            if (System.nanoTime() > deadline) {
                throw Problem.invalidRequest("Expected the body within a minute, but it took longer");
            }
        }
        return bytes.toByteArray();
    }

    private static Problem tooLarge(int most) {
        return Problem.tooLarge("Expected a body of at most %d bytes, but it is larger".formatted(most));
    }
}
