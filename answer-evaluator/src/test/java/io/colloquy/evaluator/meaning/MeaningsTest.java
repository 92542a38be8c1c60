package io.colloquy.evaluator.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.providers.ConceptEmbedder;
import io.colloquy.evaluator.providers.Embeddings;
import io.colloquy.evaluator.providers.Given;
import io.colloquy.evaluator.providers.HostileServer;
import io.colloquy.evaluator.providers.ProviderChain.Fallback;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.evaluator.work.Evaluators;
import io.colloquy.platform.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Embeddings over HTTP, up to what an evaluation says of them. */
class MeaningsTest {
    private static final String TOUR = "Every evening I sketch tomorrow's tour on the map in the office.";
    private static final Question QUESTION = new Question(
            "q-1",
            "How do you make sure that parcels arrive in time?",
            QuestionKind.TECHNICAL,
            "operations",
            2,
            List.of(
                    new ExpectedPoint("plan the route in advance", List.of()),
                    new ExpectedPoint("tell customers of delays", List.of()),
                    new ExpectedPoint("check the vehicle for damage", List.of())),
            1,
            120);
    private static final EvaluationRequest REQUEST = request(TOUR
            + " That way the parcels for one street go into the van together. Then I know where I have to be by noon.");
    private static final RubricEvaluator RULES = RubricEvaluator.builtIn();
    private static final HostileServer.Behaviour CONCEPTS =
            (call, body, reply) -> reply.send(200, ConceptEmbedder.reply(body).toString());

    @Test
    void shouldFindAPointInOtherWords() throws Exception {
        try (HostileServer server = HostileServer.start(CONCEPTS)) {
            // when
            Evaluation.Scored without = scored(calculation(Map.of(), Optional.empty()));
            Calculation.Result result = evaluate(calculation(near(server), Optional.empty()));

            // then
            Evaluation.Scored with = (Evaluation.Scored) result.evaluation();
            assertThat(points(without).rationale()).doesNotContain("plan the route");
            assertThat(points(with).rationale()).contains("1 of 3").contains("plan the route in advance");
            assertThat(points(with).evidence()).containsExactly(TOUR);
            assertThat(points(with).score()).isGreaterThan(points(without).score());
            assertThat(with.overall()).isGreaterThan(without.overall());
            assertThat(result.fallbacks()).isEmpty();
        }
    }

    @Test
    void shouldNameWhoComparedAndWhatItTook() throws Exception {
        try (HostileServer server = HostileServer.start(CONCEPTS)) {
            // when
            Evaluation.Provenance provenance =
                    scored(calculation(near(server), Optional.empty())).provenance();

            // then
            assertThat(provenance.provider()).isEqualTo(RubricEvaluator.NAME);
            assertThat(provenance.call().parameters())
                    .containsEntry("embeddings_provider", "near")
                    .containsEntry("embeddings_model", ConceptEmbedder.MODEL)
                    .containsEntry("embeddings_tokens", "42");
            assertThat(provenance.call().inputTokens()).isEqualTo(42);
            assertThat(provenance.call().costMicros()).isEqualTo(84);
        }
    }

    @Test
    void shouldAskOnceForWhatStaysTheSame() throws Exception {
        try (HostileServer server = HostileServer.start(CONCEPTS)) {
            // given
            Calculation calculation = calculation(near(server), Optional.empty());

            // when
            Evaluation first = evaluate(calculation).evaluation();
            Evaluation second = evaluate(calculation).evaluation();

            // then
            assertThat(second).isEqualTo(first);
            assertThat(server.bodies()).hasSize(2);
            assertThat(server.bodies().getFirst()).contains("sketch", "plan the route", "bread dough");
            assertThat(server.bodies().getLast()).contains("sketch").doesNotContain("plan the route", "bread dough");
        }
    }

    @Test
    void shouldSendNothingWithoutFormToGrade() throws Exception {
        try (HostileServer server = HostileServer.start(CONCEPTS)) {
            // given
            Meanings meanings = meanings(near(server), Optional.empty());

            // then
            assertThat(meanings.compare(request("Yes."), "o-1")).isEqualTo(Compared.NOTHING);
            assertThat(meanings.compare(request("asdf qwer zxcv uiop hjkl bnmq wrtz plmk qazx"), "o-1"))
                    .isEqualTo(Compared.NOTHING);
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void shouldSendNothingForAnOrganisationThatTurnedItOff() throws Exception {
        try (HostileServer server = HostileServer.start(CONCEPTS)) {
            // given
            Meanings meanings = meanings(near(server), Optional.of(List.of()));

            // then
            assertThat(meanings.mayWait("o-1")).isFalse();
            assertThat(meanings.compare(REQUEST, "o-1")).isEqualTo(Compared.NOTHING);
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void shouldScoreAsEverWhereNothingIsConfigured() throws Exception {
        // when
        Calculation.Result result = evaluate(calculation(Map.of(), Optional.empty()));

        // then
        assertThat(result.evaluation()).isEqualTo(RULES.evaluate(REQUEST));
        assertThat(result.fallbacks()).isEmpty();
    }

    @Test
    void shouldNameWhomTheOrganisationWantsInVain() throws Exception {
        // when
        Calculation.Result result = evaluate(calculation(Map.of(), Optional.of(List.of("elsewhere"))));

        // then
        assertThat(result.evaluation()).isEqualTo(RULES.evaluate(REQUEST));
        assertThat(result.fallbacks())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("embeddings:elsewhere", "NOT_CONFIGURED");
    }

    @Test
    void shouldAskTheNextOfTheChain() throws Exception {
        try (HostileServer down = HostileServer.start((call, body, reply) -> reply.send(403, "{}"));
                HostileServer server = HostileServer.start(CONCEPTS)) {
            // given
            Map<String, Embeddings> providers = new LinkedHashMap<>();
            providers.put("far", embeddings(down));
            providers.put("near", embeddings(server));

            // when
            Compared compared = meanings(providers, Optional.empty()).compare(REQUEST, "o-1");

            // then
            assertThat(compared.parameters()).containsEntry("embeddings_provider", "near");
            assertThat(compared.fallbacks()).containsExactly(new Fallback("embeddings:far", "PROVIDER_UNAUTHORISED"));
        }
    }

    @Test
    void shouldMeasureAModelAnewThatChangedBehindItsName() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(
                200,
                ConceptEmbedder.reply(body)
                        .put("model", call == 1 ? "old" : "new")
                        .toString()))) {
            // given
            Meanings meanings = meanings(near(server), Optional.empty());
            meanings.compare(REQUEST, "o-1");

            // when
            Compared compared = meanings.compare(REQUEST, "o-1");

            // then
            assertThat(compared.parameters()).containsEntry("embeddings_model", "new");
            assertThat(server.bodies()).hasSize(3);
            assertThat(server.bodies().getLast()).contains("plan the route", "bread dough");
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("500", behaviour((call, body, reply) -> reply.send(500, "{}")), "PROVIDER_SERVER_ERROR"),
                Arguments.of("never answers", behaviour((call, body, reply) -> reply.never()), "PROVIDER_TIMEOUT"),
                Arguments.of(
                        "drips",
                        behaviour((call, body, reply) -> {
                            reply.head(200, 5_000);
                            reply.drip("{".repeat(5_000));
                        }),
                        "PROVIDER_TIMEOUT"),
                Arguments.of(
                        "closes midway",
                        behaviour((call, body, reply) -> {
                            reply.head(200, 10_000);
                            reply.raw("{\"data\"".getBytes(StandardCharsets.UTF_8));
                        }),
                        "PROVIDER_UNREACHABLE"),
                Arguments.of(
                        "5 MB",
                        behaviour((call, body, reply) -> reply.send(200, "{\"a\":\"" + "x".repeat(5 << 20) + "\"}")),
                        "PROVIDER_TOO_LARGE"),
                Arguments.of(
                        "one vector less",
                        behaviour((call, body, reply) -> {
                            ObjectNode lacking = ConceptEmbedder.reply(body);
                            lacking.withArray("data").remove(0);
                            reply.send(200, lacking.toString());
                        }),
                        "PROVIDER_UNREADABLE"),
                Arguments.of(
                        "one dimension less",
                        behaviour((call, body, reply) -> {
                            ObjectNode odd = ConceptEmbedder.reply(body);
                            ((ArrayNode) odd.at("/data/1/embedding")).remove(0);
                            reply.send(200, odd.toString());
                        }),
                        "PROVIDER_UNREADABLE"),
                Arguments.of(
                        "NaN",
                        behaviour((call, body, reply) -> reply.send(
                                200, ConceptEmbedder.reply(body).toString().replace("0.01", "NaN"))),
                        "PROVIDER_UNREADABLE"),
                Arguments.of(
                        "strings",
                        behaviour((call, body, reply) -> reply.send(
                                200, ConceptEmbedder.reply(body).toString().replace("0.01", "\"0.01\""))),
                        "PROVIDER_UNREADABLE"),
                Arguments.of(
                        "the same vector for every text",
                        behaviour((call, body, reply) -> reply.send(
                                200, ConceptEmbedder.reply(body).toString().replace("0.01", "9000000"))),
                        "PROVIDER_UNSUITABLE"));
    }

    private static HostileServer.Behaviour behaviour(HostileServer.Behaviour behaviour) {
        return behaviour;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void shouldEvaluateWithoutAndSaySo(String name, HostileServer.Behaviour behaviour, String reason) throws Exception {
        try (HostileServer server = HostileServer.start(behaviour)) {
            // when
            Calculation.Result result = evaluate(calculation(near(server), Optional.empty()));

            // then
            assertThat(result.evaluation()).isEqualTo(RULES.evaluate(REQUEST));
            assertThat(result.fallbacks())
                    .extracting(it -> it.provider() + " " + it.reason())
                    .containsExactly("embeddings:near " + reason);
        }
    }

    private static Map<String, Embeddings> near(HostileServer server) {
        return Map.of("near", embeddings(server));
    }

    private static Embeddings embeddings(HostileServer server) {
        return Given.embeddings(server.url(), Duration.ofSeconds(1), 0, new Metrics());
    }

    private static Calculation calculation(Map<String, Embeddings> providers, Optional<List<String>> chain) {
        return new Calculation(new Evaluators(List.of(RULES)), meanings(providers, chain));
    }

    private static Meanings meanings(Map<String, Embeddings> providers, Optional<List<String>> chain) {
        return new Meanings(RULES, providers, organisation -> chain);
    }

    private static Calculation.Result evaluate(Calculation calculation) {
        return calculation.of(REQUEST, List.of(RubricEvaluator.NAME), "o-1");
    }

    private static Evaluation.Scored scored(Calculation calculation) {
        return (Evaluation.Scored) evaluate(calculation).evaluation();
    }

    private static Evaluation.DimensionScore points(Evaluation.Scored scored) {
        return scored.dimensions().stream()
                .filter(dimension -> dimension.name().equals("covered_points"))
                .findFirst()
                .orElseThrow();
    }

    private static EvaluationRequest request(String answer) {
        return new EvaluationRequest(QUESTION, answer, "Driver", "en", Rubrics.builtIn());
    }
}
