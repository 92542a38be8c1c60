package io.colloquy.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that topics drive have no routes of their own; the others hold their document against their routes themselves. */
class OpenApiTest {
    private static final Pattern PATHS = Pattern.compile("^ {2}(/\\S+):$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"session-projector"})
    void shouldServeEveryDocumentedPath(String service) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                HttpService http = new HttpService(
                        service,
                        new HttpConfig("127.0.0.1", 0, List.of()),
                        new Health(),
                        new Metrics(),
                        javalin -> {})) {
            String document = get(client, http, "/openapi.yaml").body();
            List<String> paths = PATHS.matcher(document)
                    .results()
                    .map(MatchResult::group)
                    .map(line -> line.strip().replace(":", ""))
                    .toList();

            assertThat(document).contains("title: Colloquy " + service);
            assertThat(paths).containsExactlyInAnyOrder("/health/live", "/health/ready", "/metrics", "/openapi.yaml");
            for (String path : paths) {
                assertThat(get(client, http, path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, HttpService http, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
