package io.colloquy.platform.http;

import io.colloquy.platform.config.Settings;
import java.util.List;

/**
 * Where a service listens, and which pages of other origins may call it.
 *
 * @param host interface to bind
 * @param port TCP port; 0 picks a free one
 * @param allowedOrigins exact origins, for example {@code http://localhost:8081}
 * @param forwarded whether {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed: only behind a proxy that
 *     sets them itself
 */
public record HttpConfig(String host, int port, List<String> allowedOrigins, boolean forwarded) {

    /** Without a proxy before it. */
    public HttpConfig(String host, int port, List<String> allowedOrigins) {
        this(host, port, allowedOrigins, false);
    }

    /**
     * Reads {@code COLLOQUY_HTTP_HOST}, {@code COLLOQUY_HTTP_PORT}, {@code COLLOQUY_ALLOWED_ORIGINS} and
     * {@code COLLOQUY_HTTP_FORWARDED}.
     */
    public static HttpConfig from(Settings settings, int defaultPort) {
        return new HttpConfig(
                settings.string("COLLOQUY_HTTP_HOST", "127.0.0.1"),
                settings.integer("COLLOQUY_HTTP_PORT", defaultPort),
                settings.list("COLLOQUY_ALLOWED_ORIGINS", " "),
                settings.flag("COLLOQUY_HTTP_FORWARDED", false));
    }
}
