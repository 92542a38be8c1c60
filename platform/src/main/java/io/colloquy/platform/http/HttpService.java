package io.colloquy.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.json.JsonFault;
import io.colloquy.platform.metrics.Metrics;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The HTTP server of a service: its own routes, and beside them {@code /health/live}, {@code /health/ready},
 * {@code /metrics} and {@code /openapi.yaml} (the class-path resource {@code openapi/NAME.yaml}). Every answer carries
 * {@code X-Correlation-Id}; every error is problem+json.
 */
public final class HttpService implements AutoCloseable {
    /** Header and log key under which one request can be followed. */
    public static final String CORRELATION_HEADER = "X-Correlation-Id";

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final String STARTED = "colloquy.started";
    private static final String CORRELATION = "colloquy.correlation";
    private static final long MAX_BODY_BYTES = 1 << 20;
    private static final long MAX_DISCARDED_BYTES = 16 << 20;
    private static final int TOO_LARGE = 413;

    private final Javalin server;

    /**
     * Starts listening.
     *
     * @param name the service's name
     * @param routes adds the service's routes and anything else to Javalin's configuration
     */
    public HttpService(String name, HttpConfig config, Health health, Metrics metrics, Consumer<JavalinConfig> routes) {
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.http.maxRequestSize = MAX_BODY_BYTES;
            javalin.http.prefer405over404 = true;
            javalin.jsonMapper(new JavalinJackson(Json.MAPPER, true));
            javalin.jetty.modifyServer(jetty -> jetty.setStopTimeout(5_000));
            if (config.forwarded()) {
                javalin.jetty.modifyHttpConfiguration(http -> http.addCustomizer(clientBehindProxy()));
            }
            observe(javalin, metrics);
            Cors.allow(javalin, config.allowedOrigins());
            operations(javalin, name, health, metrics);
            problems(javalin);
            routes.accept(javalin);
        });
        server.start(config.host(), config.port());
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** The correlation id of the request at hand. */
    public static String correlationId(Context context) {
        String id = context.attribute(CORRELATION);
        return id == null ? "" : id;
    }

    /**
     * The body as a value of this type.
     *
     * @throws Problem when it is no JSON of that shape
     */
    public static <T> T body(Context context, Class<T> type) {
        byte[] bytes = context.bodyAsBytes();
        if (bytes.length == 0) {
            throw Problem.invalidJson("Expected a JSON body, but it is empty");
        }
        try {
            T value = Json.MAPPER.readValue(bytes, type);
            if (value == null) {
                throw Problem.invalidJson("Expected a JSON object, but got null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Problem.invalidJson(JsonFault.of(e, bytes));
        } catch (IOException e) {
            throw Problem.invalidJson("Expected a readable body, but it broke off");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Addresses and scheme as the proxy saw them; all else is as it came. */
    private static ForwardedRequestCustomizer clientBehindProxy() {
        ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
        customizer.setForwardedHeader(null);
        customizer.setForwardedHostHeader(null);
        customizer.setForwardedServerHeader(null);
        customizer.setForwardedPortHeader(null);
        customizer.setForwardedHttpsHeader(null);
        customizer.setForwardedCipherSuiteHeader(null);
        customizer.setForwardedSslSessionIdHeader(null);
        return customizer;
    }

    private static void observe(JavalinConfig javalin, Metrics metrics) {
        javalin.routes.before(context -> {
            context.attribute(STARTED, System.nanoTime());
            String given = context.header(CORRELATION_HEADER);
            String id = given != null && CORRELATION_ID.matcher(given).matches()
                    ? given
                    : Ids.next().toString();
            context.attribute(CORRELATION, id);
            context.header(CORRELATION_HEADER, id);
            context.header("X-Content-Type-Options", "nosniff");
            context.header("Referrer-Policy", "no-referrer");
            context.header("X-Frame-Options", "DENY");
            MDC.put("correlation_id", id);
        });
        javalin.routes.after(context -> {
            MDC.remove("correlation_id");
            Long started = context.attribute(STARTED);
            if (started == null) {
                return;
            }
            String method = context.method().name();
            String route = route(context);
            metrics.counter(HttpMetric.REQUESTS)
                    .labels(method, route, Integer.toString(context.statusCode()))
                    .inc();
            metrics.histogram(HttpMetric.LATENCY).labels(method, route).observe((System.nanoTime() - started) / 1e9);
        });
    }

    private static String route(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "unmatched" : endpoint.path;
    }

    private static void operations(JavalinConfig javalin, String name, Health health, Metrics metrics) {
        javalin.routes.get("/health/live", context -> context.json(Map.of("status", "live")));
        javalin.routes.get("/health/ready", context -> {
            Map<String, Boolean> checks = health.readiness();
            boolean ready = !checks.containsValue(false);
            context.status(ready ? 200 : 503)
                    .json(Map.of(
                            "status",
                            ready ? "ready" : "waiting",
                            "checks",
                            checks,
                            "observed",
                            health.observations()));
        });
        javalin.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
        javalin.routes.get(
                "/openapi.yaml",
                context -> context.contentType("application/yaml").result(openApi(name)));
    }

    private static String openApi(String name) throws IOException {
        try (InputStream resource =
                HttpService.class.getClassLoader().getResourceAsStream("openapi/" + name + ".yaml")) {
            if (resource == null) {
                throw Problem.notFound("Expected an OpenAPI document for '%s', but there is none".formatted(name));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void problems(JavalinConfig javalin) {
        javalin.routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        javalin.routes.exception(MethodNotAllowedResponse.class, (e, context) -> {
            String allowed = allowed(e);
            answer(
                    context.header("Allow", allowed),
                    Problem.methodNotAllowed(context.method().name(), allowed));
        });
        javalin.routes.exception(
                HttpResponseException.class,
                (e, context) -> answer(context, Problem.ofStatus(e.getStatus(), detail(e, context))));
        javalin.routes.exception(IOException.class, (e, context) -> {
            if (context.res().isCommitted()) {
                LOG.atDebug().addKeyValue("route", route(context)).setCause(e).log("answer broke off");
                breakOff(context);
            } else {
                failed(context, e);
            }
        });
        javalin.routes.exception(Exception.class, (e, context) -> failed(context, e));
    }

    private static void failed(Context context, Exception e) {
        LOG.atError().addKeyValue("route", route(context)).setCause(e).log("request failed");
        answer(context, Problem.internal());
    }

    /** The router gives its list as the only detail, under one of two names. */
    private static String allowed(MethodNotAllowedResponse refusal) {
        List<String> methods =
                List.of(String.join(",", refusal.getDetails().values()).split("[, ]+"));
        return methods.contains("GET") ? "HEAD, " + String.join(", ", methods) : String.join(", ", methods);
    }

    /** A client that is still sending would lose the answer with its connection; very large bodies are cut off all the same. */
    private static void discardBody(Context context) {
        try (InputStream body = context.req().getInputStream()) {
            body.skipNBytes(MAX_DISCARDED_BYTES);
        } catch (IOException e) {
            // The body ended, or the client went away: there is nothing left to discard.
        }
    }

    private static String detail(HttpResponseException e, Context context) {
        return switch (e.getStatus()) {
            case 404 -> "Expected a known path, but %s '%s' is not one".formatted(context.method(), context.path());
            case TOO_LARGE -> "Expected a body of at most %d bytes, but it is larger".formatted(MAX_BODY_BYTES);
            default -> "Expected a request that can be served, but: " + e.getMessage();
        };
    }

    /** What was begun cannot be taken back, but whoever reads it has to see that it is not whole. */
    private static void breakOff(Context context) {
        try {
            context.res().sendError(-1);
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("connection was gone already");
        }
    }

    private static void answer(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            breakOff(context);
            return;
        }
        context.res().resetBuffer();
        if (problem.status() == TOO_LARGE) {
            discardBody(context);
        }
        context.status(problem.status())
                .json(problem.document(context.path(), correlationId(context)))
                .contentType("application/problem+json");
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
    }
}
