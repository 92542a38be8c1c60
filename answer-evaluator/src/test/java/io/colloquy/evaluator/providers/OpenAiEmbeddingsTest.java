package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.colloquy.platform.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiEmbeddingsTest {
    private static final List<String> TWO = List.of("plan the route", "tell the customer");

    private final Metrics metrics = new Metrics();

    @Test
    void shouldPutVectorsInTheOrderOfTheTexts() throws Exception {
        // given
        try (HostileServer server = HostileServer.start((call, body, reply) ->
                reply.send(200, ConceptEmbedder.reply(body).toString()))) {

            // when
            Embedded both = embeddings(server, 0).embed(TWO);
            Embedded second = embeddings(server, 0).embed(TWO.subList(1, 2));

            // then
            assertThat(both.vectors()).hasSize(2);
            assertThat(both.vectors().get(1).cosine(second.vectors().getFirst()))
                    .isGreaterThan(0.999);
            assertThat(both.vectors().get(0).cosine(second.vectors().getFirst()))
                    .isLessThan(0.1);
            assertThat(both.model()).isEqualTo(ConceptEmbedder.MODEL);
            assertThat(both.tokens()).isEqualTo(42);
            assertThat(both.costMicros()).isEqualTo(84);
            assertThat(server.heads().getFirst())
                    .startsWith("POST /v1/embeddings ")
                    .contains("Bearer " + Given.KEY);
            assertThat(metrics.scrape())
                    .contains(
                            "colloquy_provider_tokens_total{provider=\"near\",capability=\"embeddings\",direction=\"input\"");
        }
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("500", status(500), "PROVIDER_SERVER_ERROR"),
                Arguments.of("401", status(401), "PROVIDER_UNAUTHORISED"),
                Arguments.of("drips", drip(), "PROVIDER_TIMEOUT"),
                Arguments.of("closes midway", closes(), "PROVIDER_UNREACHABLE"),
                Arguments.of("5 MB", text("{\"data\":\"" + "x".repeat(5 << 20) + "\"}"), "PROVIDER_TOO_LARGE"),
                unreadable("one vector for two texts", "[{\"index\":0,\"embedding\":[1,2]}]"),
                unreadable(
                        "three vectors for two texts",
                        "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,2]},{\"index\":2,\"embedding\":[1,2]}]"),
                unreadable(
                        "the same text twice", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":0,\"embedding\":[1,2]}]"),
                unreadable(
                        "a text that was not sent",
                        "[{\"index\":0,\"embedding\":[1,2]},{\"index\":7,\"embedding\":[1,2]}]"),
                unreadable("no numbers of texts", "[{\"embedding\":[1,2]},{\"embedding\":[1,2]}]"),
                unreadable("two dimensions", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,2,3]}]"),
                unreadable("NaN", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,NaN]}]"),
                unreadable("a string", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,\"2\"]}]"),
                unreadable(
                        "beyond doubles", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[1,1e999]}]"),
                unreadable("all zero", "[{\"index\":0,\"embedding\":[1,2]},{\"index\":1,\"embedding\":[0,0]}]"),
                unreadable("no numbers", "[{\"index\":0,\"embedding\":[]},{\"index\":1,\"embedding\":[]}]"),
                unreadable("base64", "[{\"index\":0,\"embedding\":\"AACA\"},{\"index\":1,\"embedding\":\"AACA\"}]"),
                unreadable(
                        "too many numbers",
                        "[{\"index\":0,\"embedding\":[%1$s]},{\"index\":1,\"embedding\":[%1$s]}]"
                                .formatted("1,".repeat(OpenAiEmbeddings.MOST_NUMBERS) + "1")),
                unreadable("an object", "{}"));
    }

    private static Arguments unreadable(String name, String data) {
        return Arguments.of(name, text("{\"data\":%s}".formatted(data)), "PROVIDER_UNREADABLE");
    }

    private static HostileServer.Behaviour status(int status) {
        return (call, body, reply) -> reply.send(status, "{}");
    }

    private static HostileServer.Behaviour text(String text) {
        return (call, body, reply) -> reply.send(200, text);
    }

    private static HostileServer.Behaviour drip() {
        return (call, body, reply) -> {
            reply.head(200, 5_000);
            reply.drip("{".repeat(5_000));
        };
    }

    private static HostileServer.Behaviour closes() {
        return (call, body, reply) -> {
            reply.head(200, 10_000);
            reply.raw("{\"data\":[".getBytes(StandardCharsets.UTF_8));
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void shouldTakeNothingElse(String name, HostileServer.Behaviour behaviour, String code) throws Exception {
        // given
        try (HostileServer server = HostileServer.start(behaviour)) {
            Embeddings embeddings = embeddings(server, 0);

            // when
            ProviderException failure = catchThrowableOfType(ProviderException.class, () -> embeddings.embed(TWO));

            // then
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure).hasMessageStartingWith("Expected");
        }
    }

    @Test
    void shouldKeepToTheBudgetOfTheDay() throws Exception {
        // given
        try (HostileServer server = HostileServer.start((call, body, reply) ->
                reply.send(200, ConceptEmbedder.reply(body).toString()))) {
            Embeddings embeddings = embeddings(server, 45);
            embeddings.embed(TWO);

            // when
            assertThatThrownBy(() -> embeddings.embed(TWO))
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            failure -> assertThat(failure.code()).isEqualTo("PROVIDER_BUDGET_SPENT"));

            // then
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    private Embeddings embeddings(HostileServer server, long tokensPerDay) {
        return Given.embeddings(server.url(), Duration.ofSeconds(1), tokensPerDay, metrics);
    }
}
