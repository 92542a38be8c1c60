package io.colloquy.evaluator.http;

import io.colloquy.evaluator.library.Expectation;
import io.javalin.http.Context;
import java.util.Optional;

/** The header that says which version a change is based on. */
final class IfMatch {
    private IfMatch() {}

    /** Empty without the header; a star stands for any version. */
    static Optional<Expectation> read(Context context) {
        return Optional.ofNullable(context.header("If-Match"))
                .map(String::strip)
                .map(IfMatch::expectation);
    }

    private static Expectation expectation(String tag) {
        return tag.equals("*")
                ? new Expectation.Any()
                : new Expectation.Version(tag.replaceFirst("^W/", "").replace("\"", ""));
    }
}
