package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiClientTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Metrics metrics = new Metrics();

    private interface Check {
        void on(StructuredGeneration provider, HostileServer server) throws Exception;
    }

    private void with(Duration timeout, HostileServer.Behaviour behaviour, Check check) throws Exception {
        try (HostileServer server = HostileServer.start(behaviour)) {
            check.on(Given.provider(Given.openAi(server.url(), timeout), metrics), server);
        }
    }

    @Test
    void shouldReturnWhatTheModelWroteWithTokensAndCost() throws Exception {
        with(LONG, (call, body, reply) -> reply.send(200, Given.completion("{}")), (provider, server) -> {
            // when
            Generation generation = provider.generate(Given.request());

            // then
            assertThat(generation.text()).isEqualTo("{}");
            assertThat(generation.model()).isEqualTo("test-model-2026");
            assertThat(generation.inputTokens()).isEqualTo(120);
            assertThat(generation.outputTokens()).isEqualTo(30);
            assertThat(generation.costMicros()).isEqualTo(120 * 2 + 30 * 8);
            assertThat(generation.parameters())
                    .isEqualTo(Map.of("temperature", "0", "max_tokens", "100", "response_format", "json_schema"));
            assertThat(server.heads().getFirst())
                    .startsWith("POST /v1/chat/completions ")
                    .contains("Authorization: Bearer " + Given.KEY);
            assertThat(metrics.scrape())
                    .contains(
                            "colloquy_provider_tokens_total{provider=\"openai\",capability=\"generation\",direction=\"input\",} 120.0")
                    .contains(
                            "colloquy_provider_cost_micros_total{provider=\"openai\",capability=\"generation\",} 480.0")
                    .contains("colloquy_provider_breaker_state{provider=\"openai\",capability=\"generation\",} 0.0")
                    .contains(
                            "colloquy_provider_call_seconds_count{provider=\"openai\",capability=\"generation\",result=\"ok\",} 1.0");
        });
    }

    @Test
    void shouldSpeakADialectThatTheServerTakesAndRememberIt() throws Exception {
        HostileServer.Behaviour noSchema = (call, body, reply) -> {
            if (body.contains("response_format")) {
                reply.send(400, "{\"error\":\"response_format is not supported\"}");
            } else {
                reply.send(200, Given.completion("{}"));
            }
        };
        with(LONG, noSchema, (provider, server) -> {
            // when
            Generation first = provider.generate(Given.request());
            int callsOfTheFirst = server.calls();
            provider.generate(Given.request());

            // then
            assertThat(first.parameters()).containsEntry("response_format", "none");
            assertThat(callsOfTheFirst).isEqualTo(3);
            assertThat(server.calls()).isEqualTo(4);
        });
    }

    static Stream<Arguments> hostile() {
        String completion = Given.completion("{}");
        return Stream.of(
                hostile("500", ProviderFailure.SERVER_ERROR, (call, body, reply) -> reply.send(500, "oops")),
                hostile("429", ProviderFailure.RATE_LIMITED, (call, body, reply) -> reply.send(429, "{}")),
                hostile("401", ProviderFailure.UNAUTHORISED, (call, body, reply) -> reply.send(401, "{}")),
                hostile("404", ProviderFailure.REFUSED, (call, body, reply) -> reply.send(404, "{}")),
                hostile(
                        "redirect",
                        ProviderFailure.REDIRECTED,
                        (call, body, reply) -> reply.send(302, "", "Location: http://127.0.0.1:9/steal")),
                hostile("never answers", ProviderFailure.TIMEOUT, (call, body, reply) -> reply.never()),
                hostile("drips", ProviderFailure.TIMEOUT, (call, body, reply) -> {
                    reply.head(200, completion.length());
                    reply.drip(completion);
                }),
                hostile("closes at once", ProviderFailure.UNREACHABLE, (call, body, reply) -> {}),
                hostile("closes midway", ProviderFailure.UNREACHABLE, (call, body, reply) -> {
                    reply.head(200, completion.length());
                    reply.raw(completion.substring(0, 20).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }),
                hostile(
                        "truncated JSON",
                        ProviderFailure.UNREADABLE,
                        (call, body, reply) -> reply.send(200, completion.substring(0, 30))),
                hostile("no JSON", ProviderFailure.UNREADABLE, (call, body, reply) -> reply.send(200, "<html>")),
                hostile("empty", ProviderFailure.UNREADABLE, (call, body, reply) -> reply.send(200, "")),
                hostile("wrong schema", ProviderFailure.UNREADABLE, (call, body, reply) -> reply.send(200, "{}")),
                hostile(
                        "null content",
                        ProviderFailure.UNREADABLE,
                        (call, body, reply) -> reply.send(200, "{\"choices\":[{\"message\":{\"content\":null}}]}")),
                hostile(
                        "deep JSON",
                        ProviderFailure.UNREADABLE,
                        (call, body, reply) -> reply.send(200, "{\"a\":" + "[".repeat(100_000))),
                hostile(
                        "5 MB",
                        ProviderFailure.TOO_LARGE,
                        (call, body, reply) -> reply.send(200, "x".repeat(5 << 20))));
    }

    private static Arguments hostile(String name, ProviderFailure failure, HostileServer.Behaviour behaviour) {
        return Arguments.of(name, failure, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void shouldEndInAFailureThatSaysWhat(String name, ProviderFailure failure, HostileServer.Behaviour behaviour)
            throws Exception {
        Duration timeout = failure == ProviderFailure.TIMEOUT ? SHORT : LONG;
        with(timeout, behaviour, (provider, server) -> {
            // when
            ProviderException thrown =
                    catchThrowableOfType(ProviderException.class, () -> provider.generate(Given.request()));

            // then
            assertThat(thrown.failure()).isEqualTo(failure);
            assertThat(thrown).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain(Given.KEY, "Some input");
            assertThat(server.calls()).isLessThanOrEqualTo(failure == ProviderFailure.REFUSED ? 3 : 1);
        });
    }

    @Test
    void shouldSayHowLongTheProviderAsksUsToWait() throws Exception {
        with(LONG, (call, body, reply) -> reply.send(429, "{}", "Retry-After: 7"), (provider, server) -> {
            // when
            ProviderException thrown =
                    catchThrowableOfType(ProviderException.class, () -> provider.generate(Given.request()));

            // then
            assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(7));
        });
    }

    @Test
    void shouldStopCallingAProviderThatKeepsFailing() throws Exception {
        with(LONG, (call, body, reply) -> reply.send(500, "{}"), (provider, server) -> {
            // given
            for (int call = 1; call <= 10; call++) {
                assertThatThrownBy(() -> provider.generate(Given.request())).isInstanceOf(ProviderException.class);
            }

            // when
            ProviderException thrown =
                    catchThrowableOfType(ProviderException.class, () -> provider.generate(Given.request()));

            // then
            assertThat(thrown.failure()).isEqualTo(ProviderFailure.BREAKER_OPEN);
            assertThat(server.calls()).isEqualTo(10);
            assertThat(metrics.scrape())
                    .contains("colloquy_provider_breaker_state{provider=\"openai\",capability=\"generation\",} 2.0");
        });
    }

    @Test
    void shouldStopCallingWhenTheTokensOfTheDayAreSpent() throws Exception {
        try (HostileServer server =
                HostileServer.start((call, body, reply) -> reply.send(200, Given.completion("{}")))) {
            // given
            StructuredGeneration provider = Given.provider(
                    Given.config("openai", ProviderConfig.Protocol.OPENAI, server.url(), LONG, 250), metrics);
            provider.generate(Given.request());

            // when
            ProviderException thrown =
                    catchThrowableOfType(ProviderException.class, () -> provider.generate(Given.request()));

            // then
            assertThat(thrown.failure()).isEqualTo(ProviderFailure.BUDGET_SPENT);
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void shouldSpeakGeminisProtocol() throws IOException, ProviderException {
        String answer = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{}\"}]}}],\"modelVersion\":\"g-1\","
                + "\"usageMetadata\":{\"promptTokenCount\":5,\"candidatesTokenCount\":2}}";
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, answer))) {
            // given
            StructuredGeneration provider = Given.provider(
                    Given.config("gemini", ProviderConfig.Protocol.GEMINI, server.url(), LONG, 0), metrics);

            // when
            Generation generation = provider.generate(Given.request());

            // then
            assertThat(generation.text()).isEqualTo("{}");
            assertThat(generation.model()).isEqualTo("g-1");
            assertThat(generation.inputTokens()).isEqualTo(5);
            assertThat(server.heads().getFirst())
                    .startsWith("POST /v1/models/test-model:generateContent ")
                    .contains("x-goog-api-key: " + Given.KEY);
        }
    }
}
