package io.colloquy.platform.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** Cross-origin access for exact origins, with credentials; anything else gets no CORS header at all. */
final class Cors {
    private Cors() {}

    static void allow(JavalinConfig javalin, List<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        javalin.routes.before(context -> grant(context, origins));
        javalin.routes.before(Cors::preflight);
    }

    private static void grant(Context context, List<String> origins) {
        String origin = context.header("Origin");
        context.header("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Allow-Credentials", "true");
        context.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        context.header(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, Idempotency-Key, If-Match, X-Correlation-Id, X-Stream, X-Seq, X-Captured-At");
        context.header(
                "Access-Control-Expose-Headers",
                HttpService.CORRELATION_HEADER
                        + ", ETag, Retry-After, X-Provider, X-Provider-Model, X-Provider-Fallbacks");
        context.header("Access-Control-Max-Age", "600");
    }

    /** Answered before any route, so that no route has to know of it and unknown paths stay unknown. */
    private static void preflight(Context context) {
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.status(204).skipRemainingHandlers();
        }
    }
}
