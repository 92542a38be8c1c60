package io.colloquy.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.meaning.Compared;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.providers.EmbeddingsConfig;
import io.colloquy.evaluator.providers.Providers;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubEmbeddingsTest {
    @Test
    void shouldSayTheSameEveryTime() {
        // given
        ArrayNode input = Json.MAPPER.createArrayNode().add("add an index").add("measure first");

        // when
        JsonNode first = StubEmbeddings.reply(input);

        // then
        assertThat(StubEmbeddings.reply(input)).isEqualTo(first);
        assertThat(first.path("data")).hasSize(2);
        assertThat(first.at("/data/0/embedding")).isNotEqualTo(first.at("/data/1/embedding"));
    }

    /** In every language that the built-in evaluator reads, the bundled pairs share enough words for it. */
    @ParameterizedTest
    @CsvSource({
        "en, First I look at the plan of the slow query because guessing helps nobody at all.",
        "de, Zuerst schaue ich mir den Plan der langsamen Abfrage an weil Raten niemandem hilft.",
        "fr, D'abord je regarde le plan de la requête lente parce que deviner n'aide personne.",
        "es, Primero miro el plan de la consulta lenta porque adivinar no le ayuda a nadie."
    })
    void shouldBeGoodEnoughToBeUsed(String language, String answer) throws Exception {
        // given
        try (StubProvider stub = StubProvider.start(Duration.ZERO)) {
            Meanings meanings = new Meanings(
                    RubricEvaluator.builtIn(),
                    Providers.embeddings(configs(stub), Clock.systemUTC(), new Metrics()),
                    organisation -> Optional.empty());

            // when
            Compared compared = meanings.compare(request(language, answer), "o-1");

            // then
            assertThat(compared.fallbacks()).isEmpty();
            assertThat(compared.parameters())
                    .containsEntry("embeddings_provider", "stub")
                    .containsEntry("embeddings_model", StubProvider.MODEL);
        }
    }

    private static List<EmbeddingsConfig> configs(StubProvider stub) {
        return Settings.read(
                Map.of(
                        "COLLOQUY_EMBEDDINGS_URL",
                        stub.url().toString(),
                        "COLLOQUY_EMBEDDINGS_MODEL",
                        StubProvider.MODEL,
                        "COLLOQUY_EMBEDDINGS_NAME",
                        "stub",
                        "COLLOQUY_PROVIDER_PRIVATE_HOSTS",
                        stub.url().getHost()),
                EmbeddingsConfig::from);
    }

    private static EvaluationRequest request(String language, String answer) {
        Question question = new Question(
                "q-1",
                "SQL?",
                QuestionKind.TECHNICAL,
                "software",
                2,
                List.of(new ExpectedPoint("plan", List.of())),
                1,
                120);
        return new EvaluationRequest(question, answer, "Developer", language, Rubrics.builtIn());
    }
}
