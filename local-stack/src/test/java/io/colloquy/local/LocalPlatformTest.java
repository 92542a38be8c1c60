package io.colloquy.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All services on all components: they start, people can sign in, and a service works as its own process, too. */
class LocalPlatformTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "COLLOQUY_HOME", Path.of("target", "colloquy-home").toAbsolutePath().toString());

    @TempDir
    Path folder;

    @Test
    void shouldSignInTheSamePeopleAfterARestart() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        List<SignIn> people;
        try (LocalPlatform platform = start(home)) {
            people = platform.signIns();
            assertThat(rolesSignedIn(platform, people)).containsExactly("candidate", "interviewer", "analyst", "admin");
        }

        // when
        try (LocalPlatform platform = start(home)) {

            // then
            assertThat(platform.signIns()).isEqualTo(people);
            assertThat(rolesSignedIn(platform, people)).containsExactly("candidate", "interviewer", "analyst", "admin");
        }
    }

    @Test
    void shouldRunAServiceAsItsOwnProcessAndAgainAfterAKill() {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        try (LocalPlatform platform = start(home)) {
            int port = LoopbackPorts.findFree(1).getFirst();
            Map<String, String> environment =
                    new HashMap<>(platform.environment().of(Service.REPORT));
            environment.put("COLLOQUY_HTTP_PORT", Integer.toString(port));
            String root = "http://127.0.0.1:" + port;
            try (ServiceProcess first = ServiceProcess.start(Service.REPORT, environment, home.logFile("report"))) {
                Readiness.await("the first process", root, PATIENCE);
                first.kill();
                assertThat(LoopbackPorts.answers(port)).isFalse();
            }

            // when
            try (ServiceProcess second = ServiceProcess.start(Service.REPORT, environment, home.logFile("report"))) {
                Readiness.await("the second process", root, PATIENCE);

                // then
                assertThat(second.isAlive()).isTrue();
            }
        }
    }

    private static LocalPlatform start(StackHome home) {
        return LocalPlatform.start(
                home, StackPorts.free(), ServicePorts.free(), ENVIRONMENT, Progress.onStandardError());
    }

    private static List<String> rolesSignedIn(LocalPlatform platform, List<SignIn> people)
            throws IOException, InterruptedException {
        List<String> roles = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (SignIn person : people) {
                String body =
                        Json.MAPPER.writeValueAsString(Map.of("email", person.email(), "password", person.password()));
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(platform.url(Service.INGEST) + "/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                roles.add(Json.MAPPER.readTree(answer.body()).at("/user/role").asText());
            }
        }
        return roles;
    }
}
