package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to one provider and to nobody else: its own host only, no redirects, no proxy, a bounded body, and a deadline
 * for the whole exchange however slowly the bytes come. Thread-safe.
 */
final class ProviderHttp {
    static final int MOST_BYTES = 1 << 20;

    private static final String JSON_TYPE = "application/json";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final HttpClient client;
    private final String root;
    private final AddressRule addresses;
    private final Duration timeout;
    private final RetryAfter retryAfter;

    ProviderHttp(ProviderEndpoint endpoint, HttpClient client, Clock clock) {
        this.client = client;
        this.root = endpoint.url().toString().replaceAll("/+$", "");
        this.addresses =
                new AddressRule(endpoint.url().getHost(), endpoint.privateAllowed(), InetAddress::getAllByName);
        this.timeout = endpoint.timeout();
        this.retryAfter = new RetryAfter(clock);
    }

    /** One client for all providers. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .build();
    }

    /** A body, in parts so that a large one is not copied, and what it is. */
    record Content(String type, List<byte[]> parts) {
        Content(String type, byte[] bytes) {
            this(type, List.of(bytes));
        }

        private HttpRequest.BodyPublisher publisher() {
            return HttpRequest.BodyPublishers.concat(parts.stream()
                    .map(HttpRequest.BodyPublishers::ofByteArray)
                    .toArray(HttpRequest.BodyPublisher[]::new));
        }
    }

    /** What came back; the type is empty where the provider does not say. */
    record Answer(String type, byte[] bytes) {}

    /**
     * Posts JSON to a path below the root.
     *
     * @throws ProviderException unless the answer is a JSON object with status 200
     */
    JsonNode post(String path, Map<String, String> headers, JsonNode body) throws ProviderException {
        return post(path, headers, new Content(JSON_TYPE, body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Posts JSON to a path below the root.
     *
     * @param most bytes of the answer
     * @throws ProviderException unless the answer is a JSON object with status 200
     */
    JsonNode post(String path, Map<String, String> headers, JsonNode body, int most) throws ProviderException {
        Content content = new Content(JSON_TYPE, body.toString().getBytes(StandardCharsets.UTF_8));
        return object(exchange(path, headers, content, JSON_TYPE, most).bytes());
    }

    /**
     * Posts anything to a path below the root.
     *
     * @throws ProviderException unless the answer is a JSON object with status 200
     */
    JsonNode post(String path, Map<String, String> headers, Content body) throws ProviderException {
        return object(exchange(path, headers, body, JSON_TYPE, MOST_BYTES).bytes());
    }

    /**
     * Posts to a path below the root.
     *
     * @param accept what the answer should be
     * @param most bytes of the answer
     * @throws ProviderException unless the answer has status 200
     */
    Answer exchange(String path, Map<String, String> headers, Content body, String accept, int most)
            throws ProviderException {
        addresses.check();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(timeout)
                .header("Content-Type", body.type())
                .header("Accept", accept)
                .POST(body.publisher());
        headers.forEach(request::header);
        HttpResponse<byte[]> response = exchange(request.build(), most);
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        return new Answer(response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, int most) throws ProviderException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, status -> new BoundedBody(most));
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw timedOut();
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw timedOut();
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        }
    }

    private static ProviderException failed(Throwable cause) {
        if (causedBy(cause, BoundedBody.TooLargeException.class)) {
            return new ProviderException(
                    ProviderFailure.TOO_LARGE, "Expected a body within the limit, but it is larger");
        }
        if (causedBy(cause, java.net.http.HttpTimeoutException.class)) {
            return timedOut();
        }
        return new ProviderException(
                ProviderFailure.UNREACHABLE,
                "Expected the provider to answer, but: "
                        + (cause instanceof IOException ? cause.getClass().getSimpleName() : "the call failed"));
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static ProviderException timedOut() {
        return new ProviderException(
                ProviderFailure.TIMEOUT, "Expected the provider's whole answer in time, but it did not come");
    }

    private ProviderException refused(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        ProviderFailure failure = status == 429
                ? ProviderFailure.RATE_LIMITED
                : status == 401 || status == 403
                        ? ProviderFailure.UNAUTHORISED
                        : status >= 500 || status == 408
                                ? ProviderFailure.SERVER_ERROR
                                : status >= 300 && status < 400 ? ProviderFailure.REDIRECTED : ProviderFailure.REFUSED;
        Optional<Duration> wait = response.headers().firstValue("Retry-After").flatMap(retryAfter::read);
        return new ProviderException(failure, "Expected status 200, but it is " + status, wait);
    }

    private static JsonNode object(byte[] body) throws ProviderException {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // Said below, without the body that Jackson's message would quote.
        }
        throw new ProviderException(ProviderFailure.UNREADABLE, "Expected a JSON object, but it is something else");
    }
}
