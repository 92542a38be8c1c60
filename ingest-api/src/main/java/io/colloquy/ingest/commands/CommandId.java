package io.colloquy.ingest.commands;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.ids.Ids;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a command: the client's {@code Idempotency-Key}, or a new one. */
public final class CommandId {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private CommandId() {}

    /**
     * The client's key, if there is one.
     *
     * @throws Problem 400 when it is malformed
     */
    public static Optional<String> given(Context context) {
        Optional<String> key = Optional.ofNullable(context.header("Idempotency-Key"));
        key.filter(it -> !SHAPE.matcher(it).matches()).ifPresent(it -> {
            throw Problem.invalidRequest("Expected an Idempotency-Key of 8 to 64 of A-Za-z0-9_-, but it is not one");
        });
        return key;
    }

    /** The client's key, or a new one. */
    public static String of(Context context) {
        return given(context).orElseGet(() -> Ids.next().toString());
    }
}
