package io.colloquy.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.sessions.topology.SessionTopology;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Pattern PATHS = Pattern.compile("^ {2}(/\\S+):$", Pattern.MULTILINE);

    @Test
    void shouldServeEveryDocumentedPath() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                HttpService http = new HttpService(
                        SessionTopology.SERVICE,
                        new HttpConfig("127.0.0.1", 0, List.of()),
                        new Health(),
                        new Metrics(),
                        javalin -> {})) {
            List<String> paths = PATHS.matcher(
                            get(client, http, "/openapi.yaml").body())
                    .results()
                    .map(MatchResult::group)
                    .map(line -> line.strip().replace(":", ""))
                    .toList();

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
