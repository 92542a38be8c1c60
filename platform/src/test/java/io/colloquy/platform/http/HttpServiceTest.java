package io.colloquy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpServiceTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Health health = new Health();
    private HttpService service;

    private record Sample(String name, int count) {}

    @BeforeEach
    void start() {
        service = new HttpService(
                "sample",
                new HttpConfig("127.0.0.1", 0, List.of("http://localhost:8081")),
                health,
                new Metrics(),
                javalin -> {
                    javalin.routes.post("/samples", context -> {
                        Sample sample = HttpService.body(context, Sample.class);
                        context.json(sample);
                    });
                    javalin.routes.get("/begun", context -> {
                        context.res().getOutputStream().write("[1,2".getBytes(StandardCharsets.UTF_8));
                        throw new IllegalStateException("secret detail");
                    });
                    javalin.routes.get("/half", context -> {
                        context.outputStream().write("[1,2".getBytes(StandardCharsets.UTF_8));
                        context.res().flushBuffer();
                        throw new IllegalStateException("secret detail");
                    });
                    javalin.routes.get("/left", context -> {
                        context.res().flushBuffer();
                        throw new IOException("the reader is gone");
                    });
                    javalin.routes.get("/bug", context -> {
                        throw new IllegalStateException("secret detail");
                    });
                });
    }

    @AfterEach
    void stop() {
        http.close();
        service.close();
    }

    @Test
    void shouldTakeTheDocumentedShapeOnly() throws Exception {
        assertThat(post("{\"name\":\"a\",\"count\":1}").statusCode()).isEqualTo(200);
        for (String wrong : List.of(
                "",
                "{",
                "null",
                "[]",
                "{\"name\":\"a\",\"count\":\"1\"}",
                "{\"name\":\"a\",\"count\":1,\"x\":2}",
                "{\"name\":\"a\"}")) {
            HttpResponse<String> response = post(wrong);
            assertThat(response.statusCode()).as("status of '%s'", wrong).isEqualTo(400);
            assertThat(response.body()).contains("\"type\":\"https://colloquy.dev/problems/invalid-json\"");
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void shouldSayInTheApisTermsWhatIsWrongWithABody() throws Exception {
        assertThat(post("{\"name\":\"a\",\"count\":\"1\"}").body())
                .contains("\"detail\":\"Expected 'count' to be a whole number, but got text\"");
    }

    @Test
    void shouldNameTheMethodsOfAKnownPath() throws Exception {
        HttpResponse<String> response = get("/samples");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(response.body()).contains("problems/method-not-allowed", "Expected one of POST here, but got GET");
        assertThat(response.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void shouldNameTheSameMethodsToABrowser() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/bug"))
                        .header("Accept", "text/html")
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("HEAD, GET");
    }

    @Test
    void shouldAnswerAPreflightOfAnyPath() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/samples"))
                        .header("Origin", "http://localhost:8081")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() throws Exception {
        HttpResponse<String> response = post("x".repeat(10 << 20));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("too-large");
    }

    @Test
    void shouldNotTellWhatWentWrongInside() throws Exception {
        HttpResponse<String> response = get("/bug");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret").contains("correlation_id");
    }

    @Test
    void shouldTakeBackWhatWasNotSentYet() throws Exception {
        HttpResponse<String> response = get("/begun");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("{\"type\"").endsWith("}");
    }

    @Test
    void shouldBreakOffWhatCannotBeFinished() {
        assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
    }

    @Test
    void shouldCallItNoErrorThatAReaderLeft() {
        // given
        Logger logger = (Logger) LoggerFactory.getLogger(HttpService.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);

        // when
        assertThatThrownBy(() -> get("/left")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
        logger.detachAppender(logged);

        // then
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .extracting(event -> event.getThrowableProxy().getClassName())
                .containsExactly(IllegalStateException.class.getName());
    }

    @Test
    void shouldAnswerUnknownPathsWithAProblem() throws Exception {
        HttpResponse<String> response = get("/nowhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("problems/not-found");
    }

    @Test
    void shouldBeReadyOnlyWithItsDependencies() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        health.register("kafka", () -> false);

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldCountRequestsByRoute() throws Exception {
        get("/health/live");

        assertThat(get("/metrics").body())
                .contains("colloquy_http_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\",} 1.0");
    }

    @Test
    void shouldLetOnlyKnownOriginsIn() throws Exception {
        assertThat(get("/health/live", "http://localhost:8081").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("http://localhost:8081");
        for (String origin :
                List.of("http://localhost:8081.evil.example", "http://localhost", "null", "https://localhost:8081")) {
            assertThat(get("/health/live", origin).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri("/samples"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String origin) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path)).header("Origin", origin).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
