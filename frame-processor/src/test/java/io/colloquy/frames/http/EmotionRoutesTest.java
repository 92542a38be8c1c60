package io.colloquy.frames.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.frames.policy.Organisations;
import io.colloquy.frames.vision.DrawnFace;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.ImageLimits;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.metrics.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionRoutesTest {
    private static final String ANALYZE = "/api/v1/emotions/analyze";
    private static final String BATCH = "/api/v1/emotions/batch";
    private static final String JPEG = "image/jpeg";
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=edge";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Callers CALLERS = new Callers();

    private final Organisations organisations = new Organisations();
    private final FrameAnalyser analyser = new FrameAnalyser();
    private final AnalysisDesk desk =
            new AnalysisDesk(() -> analyser.pictures(ImageLimits.PICTURES), Duration.ofSeconds(2));
    private final String organisation = UUID.randomUUID().toString();
    private final String candidate = CALLERS.token(organisation, Role.CANDIDATE);
    private boolean known = true;
    private HttpService service;

    @BeforeEach
    void start() {
        organisations.say(organisation, EmotionPolicy.PRACTICE, true, null);
        service = new HttpService(
                "frame-processor",
                new HttpConfig("127.0.0.1", 0, List.of()),
                new Health(),
                new Metrics(),
                new EmotionRoutes(
                        CALLERS.guard(),
                        new EmotionRoutes.Organisations(organisations.ledger(), () -> known),
                        desk,
                        70,
                        "bundled",
                        new Metrics())::addTo);
    }

    @AfterEach
    void stop() {
        service.close();
        desk.close();
        analyser.close();
    }

    @Test
    void shouldReadAllThereIsInAPicture() throws Exception {
        // when
        HttpResponse<String> response = post(ANALYZE, JPEG, DrawnFace.jpeg(0), candidate);

        // then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode answer = MAPPER.readTree(response.body());
        JsonNode face = answer.at("/faces/0");
        assertThat(answer.path("width").asInt()).isEqualTo(640);
        assertThat(answer.path("faces")).hasSize(1);
        assertThat(face.at("/box/width").asInt()).isBetween(150, 250);
        assertThat(face.path("eyes").asText()).isEqualTo("open");
        assertThat(face.at("/quality/brightness").asDouble()).isBetween(80.0, 200.0);
        assertThat(sum(face.path("probabilities"))).isBetween(0.999, 1.001);
        assertThat(face.at("/probabilities/" + face.path("expression").asText()).asDouble())
                .isGreaterThan(0.14);
        assertThat(answer.at("/model/hash").asText()).hasSize(64);
        assertThat(answer.at("/model/name").asText()).isEqualTo("bundled");
    }

    @Test
    void shouldTakeAPictureAsAFormAndAsJson() throws Exception {
        // given
        JsonNode expected = MAPPER.readTree(
                post(ANALYZE, JPEG, DrawnFace.jpeg(0), candidate).body());

        // when
        HttpResponse<String> form = post(ANALYZE, FORM, form(List.of(DrawnFace.jpeg(0))), candidate);
        HttpResponse<String> json = post(ANALYZE, JSON, image(base64(DrawnFace.jpeg(0))), candidate);
        HttpResponse<String> url =
                post(ANALYZE, JSON, image("data:image/jpeg;base64," + base64(DrawnFace.jpeg(0))), candidate);

        // then
        for (HttpResponse<String> response : List.of(form, json, url)) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(MAPPER.readTree(response.body())).isEqualTo(expected);
        }
    }

    @Test
    void shouldAnswerABatchInOrderWhereABadPictureSpoilsOnlyItself() throws Exception {
        // given
        byte[] face = DrawnFace.jpeg(0);
        List<byte[]> pictures = List.of(
                face,
                Arrays.copyOf(face, 900),
                "GIF89a".getBytes(StandardCharsets.UTF_8),
                DrawnFace.jpeg(1),
                new byte[0]);

        // when
        HttpResponse<String> form = post(BATCH, FORM, form(pictures), candidate);
        HttpResponse<String> json = post(
                BATCH,
                JSON,
                MAPPER.writeValueAsBytes(Collections.singletonMap(
                        "images",
                        pictures.stream().map(EmotionRoutesTest::base64).toList())),
                candidate);

        // then
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        assertThat(MAPPER.readTree(json.body())).isEqualTo(MAPPER.readTree(form.body()));
        JsonNode results = MAPPER.readTree(form.body()).path("results");
        assertThat(results.findValuesAsText("index")).containsExactly("0", "1", "2", "3", "4");
        assertThat(results.at("/0/picture/faces")).hasSize(1);
        assertThat(results.at("/1/reason").asText()).isEqualTo("TRUNCATED");
        assertThat(results.at("/1/detail").asText()).startsWith("Expected");
        assertThat(results.at("/2/reason").asText()).isEqualTo("NOT_A_JPEG");
        assertThat(results.at("/3/picture/faces")).hasSize(1);
        assertThat(results.at("/4/reason").asText()).isEqualTo("NOT_A_JPEG");
        assertThat(MAPPER.readTree(form.body()).at("/model/hash").asText()).hasSize(64);
    }

    @Test
    void shouldNeitherReadNorLoadTheModelWhereThePolicySaysNo() throws Exception {
        // given
        String silent = UUID.randomUUID().toString();
        String unreadable = UUID.randomUUID().toString();
        String european = UUID.randomUUID().toString();
        organisations.say(unreadable, EmotionPolicy.REVIEWER, true, "US");
        organisations.sayNonsense(unreadable);
        organisations.say(european, EmotionPolicy.REVIEWER, true, "FR");
        List<String> refused = List.of(
                CALLERS.token(silent, Role.CANDIDATE),
                CALLERS.token(silent, Role.ADMIN),
                CALLERS.token(unreadable, Role.ADMIN),
                CALLERS.token(european, Role.ADMIN),
                CALLERS.token(organisation, Role.INTERVIEWER),
                CALLERS.token(organisation, Role.ANALYST),
                CALLERS.token(organisation, Role.ADMIN),
                CALLERS.guest(organisation));

        // when, then
        for (String token : refused) {
            for (String path : List.of(ANALYZE, BATCH)) {
                // What a client says of its organisation and of the policy counts for nothing.
                String query =
                        "?candidate_region=US&employer_region=US&emotion=REVIEWER&recruitment=false&organisation_id="
                                + organisation;
                HttpResponse<String> response = post(path + query, FORM, form(List.of(DrawnFace.jpeg(0))), token);
                assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
                assertThat(MAPPER.readTree(response.body()).path("detail").asText())
                        .startsWith("Expected");
                assertThat(response.body()).doesNotContain("probabilities");
            }
        }
        assertThat(analyser.emotionModelLoaded()).isFalse();
    }

    @Test
    void shouldLetReviewersInWhereThePictureIsLawful() throws Exception {
        // given
        organisations.say(organisation, EmotionPolicy.REVIEWER, true, "US");
        String staff = CALLERS.token(organisation, Role.INTERVIEWER);

        // when
        int unknown = post(ANALYZE, JPEG, DrawnFace.jpeg(0), staff).statusCode();
        int european = post(ANALYZE + "?candidate_region=DE", JPEG, DrawnFace.jpeg(0), staff)
                .statusCode();
        int lawful = post(ANALYZE + "?candidate_region=US", JPEG, DrawnFace.jpeg(0), staff)
                .statusCode();

        // then
        assertThat(List.of(unknown, european, lawful)).containsExactly(403, 403, 200);
    }

    @Test
    void shouldGiveTheExpressionAloneWhereFaceSignalsAreOff() throws Exception {
        // given
        organisations.say(organisation, EmotionPolicy.PRACTICE, false, null);

        // when
        JsonNode one = MAPPER.readTree(
                post(ANALYZE, JPEG, DrawnFace.jpeg(0), candidate).body());
        JsonNode many = MAPPER.readTree(
                post(BATCH, FORM, form(List.of(DrawnFace.jpeg(0))), candidate).body());

        // then
        for (JsonNode face : List.of(one.at("/faces/0"), many.at("/results/0/picture/faces/0"))) {
            assertThat(sum(face.path("probabilities"))).isBetween(0.999, 1.001);
            assertThat(face.path("box").isNull()).isTrue();
            assertThat(face.path("eyes").isNull()).isTrue();
            assertThat(face.path("quality").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, GIF89a, 415",
        "image/jpeg, '', 415",
        "image/png, whatever, 415",
        "application/octet-stream, whatever, 415",
        "application/x-www-form-urlencoded, a=b, 415",
        "multipart/form-data, whatever, 400",
        "multipart/form-data; boundary=x, whatever, 400",
        "multipart/form-data; boundary=x, --x--, 400",
        "application/json, '', 400",
        "application/json, 'null', 400",
        "application/json, '{\"picture\":\"AA==\"}', 400",
        "application/json, '{\"image\":\"§§\"}', 415",
        "application/json, '{}', 415",
    })
    void shouldSayWhatIsWrongWithARequest(String type, String body, int status) throws Exception {
        // when
        HttpResponse<String> response = post(ANALYZE, type, body.getBytes(StandardCharsets.UTF_8), candidate);

        // then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(MAPPER.readTree(response.body()).path("detail").asText()).startsWith("Expected");
    }

    @Test
    void shouldRefuseTooManyPicturesAndTooLargeBodies() throws Exception {
        // given
        byte[] tiny = {1};

        // when
        int many = post(BATCH, FORM, form(Collections.nCopies(65, tiny)), candidate)
                .statusCode();
        int none = post(BATCH, FORM, form(List.of()), candidate).statusCode();
        int large = post(ANALYZE, JPEG, new byte[(6 << 20) + 1], candidate).statusCode();
        HttpResponse<String> bytes = post(ANALYZE, JPEG, new byte[(4 << 20) + 1], candidate);

        // then
        assertThat(List.of(many, none, large)).containsExactly(400, 400, 413);
        assertThat(bytes.statusCode()).isEqualTo(413);
        assertThat(MAPPER.readTree(bytes.body()).path("reason").asText()).isEqualTo("TOO_MANY_BYTES");
    }

    @Test
    void shouldCutOffABodyThatDoesNotSayHowLargeItIs() throws Exception {
        // when
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(uri(ANALYZE))
                        .header("Authorization", "Bearer " + candidate)
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[(6 << 20) + 1])))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        // then
        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    }

    @Test
    void shouldCountPicturesOfAUser() throws Exception {
        // given
        byte[] tiny = {1};
        int first = post(BATCH, FORM, form(Collections.nCopies(60, tiny)), candidate)
                .statusCode();

        // when
        HttpResponse<String> second = post(BATCH, FORM, form(Collections.nCopies(60, tiny)), candidate);
        int others = post(BATCH, FORM, form(Collections.nCopies(60, tiny)), CALLERS.token(organisation, Role.CANDIDATE))
                .statusCode();

        // then
        assertThat(first).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        assertThat(others).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANALYZE, BATCH})
    void shouldAskWhoIsCallingAndWhetherSettingsAreKnown(String path) throws Exception {
        // when
        int stranger = post(path, JPEG, DrawnFace.jpeg(0), "nonsense").statusCode();
        known = false;
        HttpResponse<String> early = post(path, JPEG, DrawnFace.jpeg(0), candidate);

        // then
        assertThat(stranger).isEqualTo(401);
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldKeepToItsOpenApiDocument() throws Exception {
        // given
        JsonNode document = new YAMLMapper().readTree(get("/openapi.yaml").body());
        JsonNode one = MAPPER.readTree(
                post(ANALYZE, JPEG, DrawnFace.jpeg(0), candidate).body());
        JsonNode many = MAPPER.readTree(
                post(BATCH, FORM, form(List.of(DrawnFace.jpeg(0))), candidate).body());

        // then
        assertThat(names(one)).isEqualTo(properties(document, "Analysed"));
        assertThat(names(one.path("model"))).isEqualTo(properties(document, "Model"));
        assertThat(names(one.at("/faces/0"))).isEqualTo(properties(document, "Face"));
        assertThat(names(one.at("/faces/0/box")))
                .isEqualTo(names(document.at("/components/schemas/Face/properties/box/properties")));
        assertThat(names(one.at("/faces/0/quality")))
                .isEqualTo(names(document.at("/components/schemas/Face/properties/quality/properties")));
        assertThat(names(many)).isEqualTo(properties(document, "Batch"));
        assertThat(names(many.at("/results/0")))
                .isEqualTo(names(document.at("/components/schemas/Batch/properties/results/items/properties")));
        assertThat(names(many.at("/results/0/picture"))).isEqualTo(properties(document, "Picture"));
        for (String path : names(document.path("paths"))) {
            int status = path.startsWith("/api/")
                    ? post(path, JPEG, new byte[0], "nobody").statusCode()
                    : get(path).statusCode();
            assertThat(status).as(path).isIn(200, 401);
        }
    }

    private static Set<String> properties(JsonNode document, String schema) {
        Set<String> properties = names(document.at("/components/schemas/" + schema + "/properties"));
        Set<String> required = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/required").forEach(name -> required.add(name.asText()));
        assertThat(required).isEqualTo(properties);
        return properties;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static double sum(JsonNode probabilities) {
        assertThat(probabilities).hasSize(7);
        double sum = 0;
        for (JsonNode probability : probabilities) {
            sum += probability.asDouble();
        }
        return sum;
    }

    private static byte[] image(String base64) throws IOException {
        return MAPPER.writeValueAsBytes(Collections.singletonMap("image", base64));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] form(List<byte[]> pictures) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] picture : pictures) {
            form.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"images\"; filename=\"p.jpg\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(picture);
            form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private HttpResponse<String> post(String path, String type, byte[] body, String token)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
