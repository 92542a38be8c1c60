package io.colloquy.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks services whether they are ready, as an orchestrator does. */
public final class Readiness {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 100;

    private Readiness() {}

    /**
     * Returns when {@code /health/ready} says yes.
     *
     * @param root of the service, for example {@code http://localhost:8080}
     * @throws StackException with the last answer when it does not within {@code patience}
     */
    public static void await(String name, String root, Duration patience) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/health/ready"))
                .timeout(REQUEST_TIMEOUT)
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        String last = "it did not answer";
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build()) {
            while (System.nanoTime() < deadline) {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                    last = "it says " + answer.body();
                } catch (IOException e) {
                    last = "it does not answer: " + e.getMessage();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last = "the wait was interrupted";
        }
        throw new StackException(
                "Expected %s to be ready within %d s, but %s".formatted(name, patience.toSeconds(), last));
    }
}
