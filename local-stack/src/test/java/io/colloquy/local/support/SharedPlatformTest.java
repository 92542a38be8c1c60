package io.colloquy.local.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.local.Service;
import io.colloquy.local.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.Extension.class)
class SharedPlatformTest {
    private final SharedPlatform first;

    SharedPlatformTest(SharedPlatform first) {
        this.first = first;
    }

    @Test
    void shouldBeTheSameForAllAndReady(SharedPlatform second) throws IOException, InterruptedException {
        // given
        URI ready = URI.create(second.url(Service.INGEST) + "/health/ready");

        // when
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());

            // then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(second).isSameAs(first);
        }
    }

    @Test
    void shouldGiveEveryTestACandidateOfItsOwn() {
        // when
        SignIn one = first.newCandidate();
        SignIn other = first.newCandidate();

        // then
        assertThat(one.email()).isNotEqualTo(other.email());
    }
}
