package io.colloquy.ingest.identity;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookie that holds a refresh token: no script sees it, no other site sends it, only sign-in paths get it. */
final class RefreshCookie {
    private static final String NAME = "colloquy_refresh";
    private static final String PATH = "/api/v1/auth";

    private RefreshCookie() {}

    static Optional<RandomToken> read(Context context) {
        return Optional.ofNullable(context.cookie(NAME))
                .filter(RandomToken::looksLikeOne)
                .map(RandomToken::new);
    }

    static void write(Context context, RandomToken token, Instant until, Instant now) {
        int seconds = (int) Math.max(0, Duration.between(now, until).toSeconds());
        context.cookie(cookie(token.text(), seconds, encrypted(context)));
    }

    static void clear(Context context) {
        context.cookie(cookie("", 0, encrypted(context)));
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        return new Cookie(NAME, value, PATH, seconds, secure, true, null, SameSite.STRICT);
    }

    /** On the laptop there is no TLS; behind a proxy, it says whether there is. */
    private static boolean encrypted(Context context) {
        return "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
    }
}
