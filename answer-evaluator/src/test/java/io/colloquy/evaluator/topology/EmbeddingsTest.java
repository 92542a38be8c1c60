package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.model.ModelEvaluator;
import io.colloquy.evaluator.model.Nonce;
import io.colloquy.evaluator.providers.ConceptEmbedder;
import io.colloquy.evaluator.providers.HostileServer;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.Fallback;
import io.colloquy.events.ScoredBy;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.PersonalContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Embeddings behind the whole topology: what the event says of who compared, and of who could not. */
class EmbeddingsTest {
    private static final List<String> BUILT_IN = List.of("built-in-rubric");
    private static final List<String> MODEL_FIRST = List.of("openai", "built-in-rubric");

    private final Metrics metrics = new Metrics();

    @Test
    void shouldNameWhoComparedBesideWhoScored() throws Exception {
        // when
        ScoredBy scoredBy = scored(
                (call, body, reply) ->
                        reply.send(200, ConceptEmbedder.reply(body).toString()),
                BUILT_IN);

        // then
        assertThat(scoredBy.getProvider()).isEqualTo("built-in-rubric");
        assertThat(scoredBy.getModel()).isEqualTo("built-in-rubric");
        assertThat(scoredBy.getParameters())
                .containsEntry("embeddings_provider", "near")
                .containsEntry("embeddings_model", ConceptEmbedder.MODEL);
        assertThat(scoredBy.getInputTokens()).isEqualTo(42);
        assertThat(scoredBy.getFallbacks()).isEmpty();
    }

    @Test
    void shouldScoreWithoutWhomItCannotReachAndNameThem() throws Exception {
        // when
        ScoredBy scoredBy = scored((call, body, reply) -> reply.send(403, "{}"), BUILT_IN);

        // then
        assertThat(scoredBy.getProvider()).isEqualTo("built-in-rubric");
        assertThat(scoredBy.getParameters()).isEmpty();
        assertThat(scoredBy.getAttempt()).isEqualTo(1);
        assertThat(scoredBy.getFallbacks()).containsExactly(new Fallback("embeddings:near", "PROVIDER_UNAUTHORISED"));
    }

    @Test
    void shouldNotTakeThemForEvaluatorsOfTheChain() throws Exception {
        // when
        ScoredBy scoredBy = scored((call, body, reply) -> reply.send(403, "{}"), MODEL_FIRST);

        // then
        assertThat(scoredBy.getProvider()).isEqualTo("built-in-rubric");
        assertThat(scoredBy.getFallbacks())
                .containsExactly(
                        new Fallback("openai", "PROVIDER_UNAUTHORISED"),
                        new Fallback("embeddings:near", "PROVIDER_UNAUTHORISED"));
    }

    @Test
    void shouldWaitForEmbeddingsInALaneOfItsOwn() throws Exception {
        // given
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.never());
                EvaluatorFixture fixture = fixture(server)) {
            fixture.calls.fill("built-in-rubric");

            // when
            fixture.read(
                    Given.answer("a-1", fixture.sealer.seal(Given.SUBJECT, PersonalContent.ANSWER, "No."), BUILT_IN));
            fixture.settle();

            // then
            assertThat(fixture.evaluations()).hasSize(1);
            assertThat(server.calls()).isZero();
        }
    }

    private ScoredBy scored(HostileServer.Behaviour behaviour, List<String> chain) throws Exception {
        try (HostileServer server = HostileServer.start(behaviour);
                EvaluatorFixture fixture = fixture(server)) {
            fixture.read(Given.answer(
                    "a-1", fixture.sealer.seal(Given.SUBJECT, PersonalContent.ANSWER, Given.GOOD_ANSWER), chain));
            for (int i = 0; i < 20 && fixture.pending() > 0; i++) {
                fixture.settle();
                fixture.pass(EvaluatorFixture.REST);
            }
            return ((AnswerEvaluated)
                            fixture.evaluations().getFirst().getValue().getPayload())
                    .getResult()
                    .getScoredBy();
        }
    }

    private EvaluatorFixture fixture(HostileServer server) {
        Duration timeout = Duration.ofSeconds(1);
        Meanings meanings = new Meanings(
                RubricEvaluator.builtIn(),
                Map.of("near", io.colloquy.evaluator.providers.Given.embeddings(server.url(), timeout, 0, metrics)),
                organisation -> Optional.empty());
        return new EvaluatorFixture(
                meanings,
                List.of(),
                new ModelEvaluator(
                        "openai",
                        io.colloquy.evaluator.providers.Given.provider(
                                io.colloquy.evaluator.providers.Given.openAi(server.url(), timeout), metrics),
                        RubricEvaluator.builtIn(),
                        Nonce::next,
                        1));
    }
}
