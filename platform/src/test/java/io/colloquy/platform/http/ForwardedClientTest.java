package io.colloquy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a client is, with and without a proxy before the service. */
class ForwardedClientTest {

    @Test
    void shouldSeeTheClientThatTheProxySaw() throws IOException, InterruptedException {
        assertThat(seen(true)).isEqualTo("203.0.113.7 https 127.0.0.1");
    }

    @Test
    void shouldBelieveNobodyUnlessToldTo() throws IOException, InterruptedException {
        assertThat(seen(false)).isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    private static String seen(boolean forwarded) throws IOException, InterruptedException {
        try (HttpService service = new HttpService(
                        "test",
                        new HttpConfig("127.0.0.1", 0, List.of(), forwarded),
                        new Health(),
                        new Metrics(),
                        javalin -> javalin.routes.get(
                                "/seen",
                                context -> context.result("%s %s %s"
                                        .formatted(
                                                context.ip(),
                                                context.scheme(),
                                                context.req().getServerName()))));
                HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/seen".formatted(service.port())))
                                    .header("X-Forwarded-For", "203.0.113.7")
                                    .header("X-Forwarded-Proto", "https")
                                    .header("X-Forwarded-Host", "evil.example.com")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
