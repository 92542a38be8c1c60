package io.colloquy.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it runs, with nothing behind it: what it answers without a token, and whether its document says so. */
class ReportServiceContractTest {
    private static final Set<String> OPERATIONS = Set.of("/health/live", "/health/ready", "/metrics", "/openapi.yaml");

    @TempDir
    private static Path folder;

    private static ReportService service;
    private static ReportConfig config;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException, NoSuchAlgorithmException {
        Path key = folder.resolve("public.pem");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Files.writeString(
                key,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        config = new ReportConfig(
                new HttpConfig("127.0.0.1", 0, List.of()),
                new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/none", "nobody", new Secret("none"), 1),
                URI.create("http://127.0.0.1:1"),
                new Secret(Base64.getEncoder().encodeToString(new byte[32])),
                key,
                URI.create("http://localhost:8080"),
                Optional.of(URI.create("http://localhost:8082/")),
                Duration.ofSeconds(1),
                10_000,
                Duration.ZERO);
        service = new ReportService(config, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldDocumentEveryPathAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        document().get("paths").fieldNames().forEachRemaining(documented::add);
        Set<String> registered = new TreeSet<>(OPERATIONS);
        registered.addAll(service.paths().stream()
                .map(path -> path.replace("<", "{").replace(">", "}"))
                .collect(Collectors.toSet()));

        assertThat(registered).isEqualTo(documented);
    }

    @Test
    void shouldAskForATokenExactlyWhereTheDocumentSaysSo() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (var path : document().get("paths").properties()) {
            boolean open = path.getValue().at("/get/security").isArray();
            int status = get(path.getKey()
                            .replace("{id}", "018f0000-0000-7000-8000-000000000001")
                            .replace("{path}", "app.js"))
                    .statusCode();
            if ((status == 401) == open) {
                wrong.add(path.getKey() + " answers " + status);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldServeTheBoardUnderAStrictPolicy() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/board/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .contains("connect-src 'self' ws: wss: http://localhost:8080")
                        .doesNotContain("unsafe"));
        assertThat(get("/board/config.json").body())
                .isEqualTo("{\"ingest_url\":\"http://localhost:8080\",\"evaluator_url\":\"http://localhost:8082\"}");
        assertThat(get("/").headers().firstValue("Location")).hasValue("/board/");
        assertThat(get("/board").headers().firstValue("Location")).hasValue("/board/");
        assertThat(get("/board/shared/api.js").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldServeNothingButTheBoardsFiles() throws IOException, InterruptedException {
        for (String path : List.of(
                "/board/nothing.html",
                "/board/%2e%2e/logback.xml",
                "/board/..%2flogback.xml",
                "/board/shared",
                "/board/../logback.xml")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void shouldNotBeReadyWithoutPostgres() throws IOException, InterruptedException {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldDescribeProblemsAsProblems() throws IOException, InterruptedException {
        HttpResponse<String> refused = get("/api/v1/interviews");

        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("https://colloquy.dev/problems/unauthorised");
    }

    private static JsonNode document() throws IOException {
        try (var yaml = ReportServiceContractTest.class.getResourceAsStream("/openapi/report-service.yaml")) {
            return new YAMLMapper().readTree(yaml);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
