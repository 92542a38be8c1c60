package io.colloquy.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nimbusds.jose.JOSEException;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.model.ModelEvaluator;
import io.colloquy.evaluator.model.Nonce;
import io.colloquy.evaluator.providers.Given;
import io.colloquy.evaluator.providers.HostileServer;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.evaluator.work.Evaluators;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreRoutesTest {
    private static final String PATH = "/api/v1/scores/calculate";
    private static final String BODY = """
            {"question": {"text": "How do you speed up a slow query?",
                          "expected_points": [{"text": "look at the query plan", "synonyms": ["explain"]},
                                              {"text": "add an index", "synonyms": ["index"]}]},
             "answer": "First I look at the query plan with explain, because guessing helps nobody. Then I add an index."}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static Callers callers;
    private static HttpService service;
    private static HostileServer down;

    /** Whom the callers' organisation has chosen. */
    private static final AtomicReference<List<String>> chosen = new AtomicReference<>();

    @BeforeAll
    static void start() throws NoSuchAlgorithmException, IOException {
        down = HostileServer.start((call, body, reply) -> reply.send(500, "{}"));
        callers = new Callers();
        service = new HttpService(
                "answer-evaluator",
                new HttpConfig("127.0.0.1", 0, List.of()),
                new Health(),
                new Metrics(),
                new ScoreRoutes(
                        callers.guard(),
                        new Calculation(new Evaluators(List.of(RubricEvaluator.builtIn(), openAi())), Meanings.none()),
                        organisation -> Optional.ofNullable(chosen.get()))::addTo);
    }

    /** A provider that is down. */
    private static Evaluator openAi() {
        return new ModelEvaluator(
                "openai",
                Given.provider(Given.openAi(down.url(), Duration.ofSeconds(10)), new Metrics()),
                RubricEvaluator.builtIn(),
                Nonce::next,
                1);
    }

    @AfterAll
    static void stop() throws IOException {
        down.close();
        service.close();
    }

    @Test
    void shouldScoreWithEvidence() throws Exception {
        // when
        HttpResponse<String> response = post(BODY, token(Role.INTERVIEWER));

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode score = JSON.readTree(response.body());
        assertThat(score.path("outcome").asText()).isEqualTo("SCORED");
        assertThat(score.path("overall").asDouble()).isBetween(0.1, 10.0);
        assertThat(score.path("dimensions")).hasSize(4);
        assertThat(score.path("dimensions").path(1).path("evidence").path(0).asText())
                .contains("I look at the query plan");
        assertThat(score.path("scored_by").path("provider").asText()).isEqualTo("built-in-rubric");
    }

    @Test
    void shouldAnswerTheExampleOfTheManualAsItSays() throws Exception {
        // given
        String manual = Files.readString(Path.of("..", "docs", "evaluator.md"));
        JsonNode documented = JSON.readTree(found("(?s)scores/calculate -d .*?```json\\n(.*?)```", manual));

        // when
        HttpResponse<String> response =
                post(found("(?s)scores/calculate -d '(\\{.*?})'", manual), token(Role.INTERVIEWER));

        // then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode score = JSON.readTree(response.body());
        assertThat(score.path("outcome")).isEqualTo(documented.path("outcome"));
        assertThat(names(score)).isEqualTo(names(documented));
        assertThat(names(score.path("scored_by"))).isEqualTo(names(documented.path("scored_by")));
        assertThat(score.path("dimensions").findValuesAsText("name"))
                .isEqualTo(documented.path("dimensions").findValuesAsText("name"));
        assertThat(names(score.at("/dimensions/0"))).isEqualTo(names(documented.at("/dimensions/0")));
        assertThat(score.at("/scored_by/rubric_id")).isEqualTo(documented.at("/scored_by/rubric_id"));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void shouldAskTheChainAndNameWhoCouldNot() throws Exception {
        // given
        String chain = "\"chain\": [\"unknown\", \"openai\", \"built-in-rubric\"], \"answer\":";

        // when
        JsonNode score = JSON.readTree(post(BODY.replace("\"answer\":", chain), token(Role.INTERVIEWER))
                .body());

        // then
        JsonNode scoredBy = score.path("scored_by");
        assertThat(scoredBy.path("provider").asText()).isEqualTo("built-in-rubric");
        assertThat(scoredBy.path("fallbacks").toString())
                .isEqualTo("[{\"provider\":\"unknown\",\"reason\":\"NOT_CONFIGURED\"},"
                        + "{\"provider\":\"openai\",\"reason\":\"PROVIDER_SERVER_ERROR\"}]");
        assertThat(scoredBy.path("input_tokens").isIntegralNumber()).isTrue();
        assertThat(scoredBy.path("prompt_hash").isNull()).isTrue();
    }

    @Test
    void shouldCallAHumanWhenNobodyOfTheChainCan() throws Exception {
        // when
        JsonNode score = JSON.readTree(
                post(BODY.replace("\"answer\":", "\"chain\": [\"openai\"], \"answer\":"), token(Role.ADMIN))
                        .body());

        // then
        assertThat(score.path("outcome").asText()).isEqualTo("NEEDS_HUMAN");
        assertThat(score.path("reason").asText()).isEqualTo("PROVIDER_SERVER_ERROR");
        assertThat(score.path("overall").isNull()).isTrue();
    }

    @Test
    void shouldAskWhomTheOrganisationHasChosen() throws Exception {
        // given
        String body = BODY.replace("\"answer\":", "\"use_organisation_chain\": true, \"answer\":");
        chosen.set(List.of("openai", "built-in-rubric"));

        // when
        JsonNode score = JSON.readTree(post(body, token(Role.INTERVIEWER)).body());
        chosen.set(null);
        HttpResponse<String> undecided = post(body, token(Role.INTERVIEWER));

        // then
        assertThat(score.path("scored_by").path("provider").asText()).isEqualTo("built-in-rubric");
        assertThat(score.path("scored_by").path("fallbacks").toString())
                .isEqualTo("[{\"provider\":\"openai\",\"reason\":\"PROVIDER_SERVER_ERROR\"}]");
        assertThat(undecided.statusCode()).isEqualTo(409);
    }

    @Test
    void shouldFlagAnEmptyAnswer() throws Exception {
        // given
        String body = BODY.replaceAll("\"answer\": \"[^\"]*\"", "\"answer\": \"\"");

        // when
        JsonNode score = JSON.readTree(post(body, token(Role.ADMIN)).body());

        // then
        assertThat(score.path("outcome").asText()).isEqualTo("NOT_GRADABLE");
        assertThat(score.path("reason").asText()).isEqualTo("EMPTY");
        assertThat(score.path("overall").isNull()).isTrue();
    }

    @Test
    void shouldRefuseCandidatesAndStrangers() throws Exception {
        // when
        HttpResponse<String> candidate = post(BODY, token(Role.CANDIDATE));
        HttpResponse<String> stranger = post(BODY, "nonsense");

        // then
        assertThat(candidate.statusCode()).isEqualTo(403);
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"answer\": 7}",
                "{\"answer\": \"x\"}",
                "{\"question\": {\"text\": \"Why?\"}, \"answer\": \"x\"}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [null]}, \"answer\": \"x\"}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}, \"answer\": \"x\", \"mood\": 1}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}, \"answer\": \"x\", \"chain\": []}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}, \"answer\": \"x\", \"chain\": [null]}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}, \"answer\": \"x\","
                        + " \"chain\": [\"openai\"], \"use_organisation_chain\": true}",
                "{\"question\": {\"text\": \"Why?\", \"expected_points\": [{\"text\": \"a\"}]}, \"answer\": \"x\","
                        + " \"rubric\": {\"dimensions\": [{\"name\": \"relevance\", \"weight\": -1}]}}"
            })
    void shouldSayWhatIsWrongWithABody(String body) throws Exception {
        // when
        HttpResponse<String> response = post(body, token(Role.ANALYST));

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(response.body()).path("detail").asText()).startsWith("Expected");
    }

    @Test
    void shouldKeepToItsOpenApiDocument() throws Exception {
        // given
        JsonNode document = new YAMLMapper().readTree(get("/openapi.yaml").body());
        JsonNode score = JSON.readTree(post(BODY, token(Role.INTERVIEWER)).body());

        // when
        Set<String> documented = names(document.at("/components/schemas/Score/properties"));
        Set<String> required = new TreeSet<>();
        document.at("/components/schemas/Score/required").forEach(name -> required.add(name.asText()));

        // then
        assertThat(names(score)).isEqualTo(documented).isEqualTo(required);
        assertThat(names(score.path("scored_by")))
                .isEqualTo(names(document.at("/components/schemas/Score/properties/scored_by/properties")));
        assertThat(names(score.path("dimensions").path(0)))
                .isEqualTo(names(document.at("/components/schemas/Score/properties/dimensions/items/properties")));
        for (String path : names(document.path("paths"))) {
            if (path.startsWith("/api/v1/banks") || path.startsWith("/api/v1/audio")) {
                continue; // Held against their routes by BankRoutesTest and AudioRoutesTest.
            }
            int status = path.equals(PATH)
                    ? post(BODY, "nobody").statusCode()
                    : get(path).statusCode();
            assertThat(status).as(path).isIn(200, 401);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static HttpResponse<String> post(String body, String token) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(PATH))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static String token(Role role) throws JOSEException {
        return callers.token(role);
    }
}
