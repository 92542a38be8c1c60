package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.colloquy.evaluator.model.ModelEvaluator;
import io.colloquy.evaluator.model.Nonce;
import io.colloquy.evaluator.providers.HostileServer;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.DimensionScore;
import io.colloquy.events.Evaluation;
import io.colloquy.events.EvaluationFailed;
import io.colloquy.events.Fallback;
import io.colloquy.events.ScoredBy;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.PersonalContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that does everything wrong, behind the whole topology: every answer ends once, and no score is invalid. */
class HostileProviderTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Pattern NONCE = Pattern.compile("BEGIN (\\w+) answer");
    private static final List<String> ALONE = List.of("openai");
    private static final List<String> WITH_FALLBACK = List.of("openai", "gemini", "built-in-rubric");

    private final Metrics metrics = new Metrics();

    private interface Check {
        void on(EvaluatorFixture fixture, HostileServer server) throws Exception;
    }

    private void with(HostileServer.Behaviour behaviour, Check check) throws Exception {
        try (HostileServer server = HostileServer.start(behaviour);
                EvaluatorFixture fixture = new EvaluatorFixture(new ModelEvaluator(
                        "openai",
                        io.colloquy.evaluator.providers.Given.provider(
                                io.colloquy.evaluator.providers.Given.openAi(server.url(), TIMEOUT), metrics),
                        RubricEvaluator.builtIn(),
                        Nonce::next,
                        1))) {
            check.on(fixture, server);
        }
    }

    private static String reply(String request, String score) {
        Matcher nonce = NONCE.matcher(request);
        assertThat(nonce.find()).isTrue();
        String dimension =
                "{\"name\":\"%s\",\"score\":%s,\"evidence\":[\"add an index, because\"],\"rationale\":\"Said so.\"}";
        return """
                {"block":"%s","manipulation":false,"gradable":true,"reason":"","dimensions":[%s,%s],"feedback":"Good."}""".formatted(
                nonce.group(1), dimension.formatted("relevance", score), dimension.formatted("covered_points", score));
    }

    private static String completion(String request, String score) {
        return io.colloquy.evaluator.providers.Given.completion(reply(request, score));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("500", (call, body, reply) -> reply.send(500, "{}")),
                hostile("429", (call, body, reply) -> reply.send(429, "{}")),
                hostile("429 with Retry-After", (call, body, reply) -> reply.send(429, "{}", "Retry-After: 2")),
                hostile("never answers", (call, body, reply) -> reply.never()),
                hostile("drips", (call, body, reply) -> {
                    reply.head(200, 5_000);
                    reply.drip("{".repeat(5_000));
                }),
                hostile(
                        "truncated",
                        (call, body, reply) ->
                                reply.send(200, completion(body, "7").substring(0, 90))),
                hostile(
                        "truncated reply",
                        (call, body, reply) -> reply.send(
                                200,
                                io.colloquy.evaluator.providers.Given.completion(
                                        reply(body, "7").substring(0, 90)))),
                hostile("score 11", (call, body, reply) -> reply.send(200, completion(body, "11"))),
                hostile("NaN", (call, body, reply) -> reply.send(200, completion(body, "NaN"))),
                hostile("5 MB", (call, body, reply) -> reply.send(200, "{\"a\":\"" + "x".repeat(5 << 20) + "\"}")),
                hostile(
                        "5 MB reply",
                        (call, body, reply) ->
                                reply.send(200, io.colloquy.evaluator.providers.Given.completion("x".repeat(900_000)))),
                hostile("wrong schema", (call, body, reply) -> reply.send(200, "{\"result\":\"fine\"}")),
                hostile(
                        "another reply",
                        (call, body, reply) ->
                                reply.send(200, io.colloquy.evaluator.providers.Given.completion("{\"score\":10}"))),
                hostile("closes midway", (call, body, reply) -> {
                    reply.head(200, 10_000);
                    reply.raw("{\"choices\"".getBytes(StandardCharsets.UTF_8));
                }));
    }

    private static Arguments hostile(String name, HostileServer.Behaviour behaviour) {
        return Arguments.of(name, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void shouldEndEveryAnswerOnceAndScoreNothing(String name, HostileServer.Behaviour behaviour) throws Exception {
        with(behaviour, (fixture, server) -> {
            // given
            IntStream.rangeClosed(1, 3).forEach(i -> read(fixture, "a-" + i, ALONE));

            // when
            letItEnd(fixture);

            // then
            List<TestRecord<String, Evaluation>> ended = fixture.evaluations();
            assertThat(ended)
                    .hasSize(3)
                    .allSatisfy(record -> assertThat(record.getValue().getPayload())
                            .isInstanceOfSatisfying(EvaluationFailed.class, failed -> {
                                assertThat(failed.getReason()).isNotBlank();
                                assertThat(failed.getScoredBy().getProvider()).isEqualTo("openai");
                            }));
            assertThat(ended.stream().map(record -> record.getValue().getEventId()))
                    .doesNotHaveDuplicates();
            assertThat(fixture.pending()).isZero();
            assertThat(server.calls()).isLessThanOrEqualTo(3 * EvaluatorFixture.POLICY.attempts());
        });
    }

    @Test
    void shouldFallBackAndSayWhoWasToDoItAndWhyNot() throws Exception {
        with((call, body, reply) -> reply.send(500, "{}"), (fixture, server) -> {
            // when
            read(fixture, "a-1", WITH_FALLBACK);
            letItEnd(fixture);

            // then
            ScoredBy scoredBy = scored(fixture).getResult().getScoredBy();
            assertThat(scoredBy.getProvider()).isEqualTo("built-in-rubric");
            assertThat(scoredBy.getFallbacks())
                    .containsExactly(
                            new Fallback("openai", "PROVIDER_SERVER_ERROR"), new Fallback("gemini", "NOT_CONFIGURED"));
            assertThat(scoredBy.getAttempt()).isEqualTo(1);
            assertThat(server.calls()).isEqualTo(EvaluatorFixture.POLICY.attempts());
        });
    }

    @Test
    void shouldNotFallBackWhenTheReplyCannotBeUsed() throws Exception {
        with((call, body, reply) -> reply.send(200, completion(body, "11")), (fixture, server) -> {
            // when
            read(fixture, "a-1", WITH_FALLBACK);
            letItEnd(fixture);

            // then
            EvaluationFailed failed = (EvaluationFailed) only(fixture);
            assertThat(failed.getReason()).isEqualTo("SCORE_OUT_OF_RANGE");
            assertThat(failed.getScoredBy().getRepaired()).isTrue();
            assertThat(server.calls()).isEqualTo(2);
        });
    }

    @Test
    void shouldScoreWithTheModelAndSayEverythingAboutIt() throws Exception {
        with((call, body, reply) -> reply.send(200, completion(body, "7.5")), (fixture, server) -> {
            // when
            read(fixture, "a-1", WITH_FALLBACK);
            letItEnd(fixture);

            // then
            AnswerEvaluated scored = scored(fixture);
            assertThat(scored.getResult().getOverall()).isEqualTo(7.5);
            assertThat(scored.getResult().getDimensions())
                    .extracting(DimensionScore::getName)
                    .containsExactly("relevance", "covered_points");
            ScoredBy scoredBy = scored.getResult().getScoredBy();
            assertThat(scoredBy.getProvider()).isEqualTo("openai");
            assertThat(scoredBy.getModel()).isEqualTo("test-model-2026");
            assertThat(scoredBy.getPromptHash()).hasSize(64);
            assertThat(scoredBy.getParameters()).containsKeys("nonce", "temperature", "max_tokens", "response_format");
            assertThat(scoredBy.getInputTokens()).isEqualTo(120);
            assertThat(scoredBy.getCostMicros()).isEqualTo(480);
            assertThat(scoredBy.getFallbacks()).isEmpty();
        });
    }

    @Test
    void shouldWaitAsLongAsTheProviderAsks() throws Exception {
        HostileServer.Behaviour busyOnce = (call, body, reply) -> {
            if (call == 1) {
                reply.send(429, "{}", "Retry-After: 8");
            } else {
                reply.send(200, completion(body, "7"));
            }
        };
        with(busyOnce, (fixture, server) -> {
            // given
            read(fixture, "a-1", WITH_FALLBACK);
            fixture.settle();

            // when
            fixture.pass(Duration.ofSeconds(7));
            int startedTooEarly = fixture.calls.started();
            letItEnd(fixture);

            // then
            assertThat(startedTooEarly).isZero();
            assertThat(scored(fixture).getResult().getScoredBy().getAttempt()).isEqualTo(2);
        });
    }

    @Test
    void shouldNotWaitLongerThanAnAttemptMayTake() throws Exception {
        with((call, body, reply) -> reply.send(429, "{}", "Retry-After: 3600"), (fixture, server) -> {
            // when
            read(fixture, "a-1", WITH_FALLBACK);
            letItEnd(fixture);

            // then
            assertThat(scored(fixture).getResult().getScoredBy().getFallbacks().getFirst())
                    .isEqualTo(new Fallback("openai", "PROVIDER_RATE_LIMITED"));
            assertThat(server.calls()).isEqualTo(1);
        });
    }

    @Test
    void shouldHoldUpNobodyBehindAProviderWhoseLaneIsFull() throws Exception {
        with((call, body, reply) -> reply.never(), (fixture, server) -> {
            // given
            fixture.calls.fill("openai");
            IntStream.rangeClosed(1, 50).forEach(i -> read(fixture, "slow-" + i, ALONE));

            // when
            read(fixture, "quick", List.of("built-in-rubric"));
            fixture.settle();

            // then
            assertThat(scored(fixture).getAnswerId()).isEqualTo("quick");
            assertThat(fixture.pending()).isEqualTo(50);
        });
    }

    @Test
    void shouldShowTheKeyNowhere() throws Exception {
        // given
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        String key = "sk-very-secret-0123456789";
        try {
            with((call, body, reply) -> reply.send(401, "{\"error\":\"bad key " + key + "\"}"), (fixture, server) -> {
                // when
                read(fixture, "a-1", ALONE);
                letItEnd(fixture);

                // then
                assertThat(server.heads().getFirst()).contains(key);
                assertThat(fixture.evaluations().toString())
                        .contains("PROVIDER_UNAUTHORISED")
                        .doesNotContain(key);
                assertThat(metrics.scrape()).contains("unauthorised").doesNotContain(key);
            });
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                        .doesNotContain(key));
    }

    private static void read(EvaluatorFixture fixture, String answerId, List<String> chain) {
        fixture.read(Given.answer(
                answerId, fixture.sealer.seal(Given.SUBJECT, PersonalContent.ANSWER, Given.GOOD_ANSWER), chain));
    }

    private static void letItEnd(EvaluatorFixture fixture) {
        for (int i = 0; i < 20 && fixture.pending() > 0; i++) {
            fixture.settle();
            fixture.pass(EvaluatorFixture.REST);
        }
    }

    private static AnswerEvaluated scored(EvaluatorFixture fixture) {
        return (AnswerEvaluated) only(fixture);
    }

    private static Object only(EvaluatorFixture fixture) {
        List<TestRecord<String, Evaluation>> ended = fixture.evaluations();
        assertThat(ended).hasSize(1);
        return ended.getFirst().getValue().getPayload();
    }
}
