package io.colloquy.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.colloquy.evaluator.bank.BankJson;
import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.library.InMemoryBankLog;
import io.colloquy.evaluator.library.Library;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.identity.TokenVerifier;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankRoutesTest {
    private static final String BANKS = "/api/v1/banks";
    private static final String OURS = "0197c0de-0000-7000-8000-00000000000a";
    private static final String THEIRS = "0197c0de-0000-7000-8000-00000000000b";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static KeyPair keys;
    private static HttpService service;
    private static InMemoryBankLog log;

    @BeforeAll
    static void start() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        log = new InMemoryBankLog();
        Guard guard = new Guard(new TokenVerifier((RSAPublicKey) keys.getPublic(), Clock.systemUTC()));
        service = new HttpService(
                "answer-evaluator",
                new HttpConfig("127.0.0.1", 0, List.of()),
                new Health(),
                new Metrics(),
                new BankRoutes(guard, log.ledger(), new Library(log.ledger(), log), () -> true)::addTo);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldSaveReadChangeAndRetire() throws Exception {
        // when
        HttpResponse<String> created = send("POST", BANKS, bank("Our Verkäufer", "Why?"), null, Role.INTERVIEWER);
        String path = created.headers().firstValue("Location").orElse("");
        String first = tag(created);
        HttpResponse<String> changed = send("PUT", path, bank("Our Verkäufer", "Why not?"), first, Role.ADMIN);
        HttpResponse<String> back = send("PUT", path, bank("Our Verkäufer", "Why?"), tag(changed), Role.ADMIN);
        HttpResponse<String> retired = send("DELETE", path, null, tag(back), Role.ADMIN);

        // then
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(path).isEqualTo(BANKS + "/our-verkaufer");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(tag(back)).isEqualTo(first).isNotEqualTo(tag(changed));
        assertThat(retired.statusCode()).isEqualTo(204);
        JsonNode versions = body(get(path + "/versions", OURS));
        assertThat(versions.path("retired").asBoolean()).isTrue();
        assertThat(versions.path("versions")).hasSize(2);
        assertThat(versions.findValues("current").stream().filter(JsonNode::asBoolean))
                .hasSize(1);
        JsonNode old = body(get(path + "?version=" + tag(changed).replace("\"", ""), OURS));
        assertThat(old.path("questions").path(0).path("text").asText()).isEqualTo("Why not?");
        assertThat(old.path("current_version").asText()).isEqualTo(first.replace("\"", ""));
    }

    @Test
    void shouldWriteNothingWhereNothingChanges() throws Exception {
        // given
        HttpResponse<String> created = send("POST", BANKS, bank("Same", "Why?"), null, Role.ADMIN);
        int before = log.written();

        // when
        HttpResponse<String> again = send("PUT", BANKS + "/same", bank("Same", "Why?"), tag(created), Role.ADMIN);

        // then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(tag(again)).isEqualTo(tag(created));
        assertThat(log.written()).isEqualTo(before);
    }

    @Test
    void shouldLetOneOfTwoChangesWinThatAreBasedOnTheSameVersion() throws Exception {
        // given
        String first = tag(send("POST", BANKS, bank("Contended", "Why?"), null, Role.ADMIN));

        // when
        List<CompletableFuture<Integer>> changes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return send("PUT", BANKS + "/contended", bank("Contended", "Why " + i + "?"), first, Role.ADMIN)
                                .statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        List<Integer> statuses = changes.stream().map(CompletableFuture::join).toList();

        // then
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void shouldAskWhatAChangeIsBasedOn() throws Exception {
        send("POST", BANKS, bank("Based", "Why?"), null, Role.ADMIN);

        assertThat(send("PUT", BANKS + "/based", bank("Based", "How?"), null, Role.ADMIN)
                        .statusCode())
                .isEqualTo(428);
        assertThat(send("POST", BANKS, bank("Based", "How?"), null, Role.ADMIN).statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", BANKS + "/based", bank("Based", "How?"), "\"0123\"", Role.ADMIN)
                        .statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", BANKS + "/nowhere", bank("Based", "How?"), "*", Role.ADMIN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", BANKS + "/based", null, "\"0123\"", Role.ADMIN)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void shouldShowNobodyAnotherOrganisationsBanks() throws Exception {
        // given
        HttpResponse<String> ours = send("POST", BANKS, bank("Secret", "Why?"), null, Role.ADMIN);
        String version = tag(ours).replace("\"", "");

        // when, then
        assertThat(body(get(BANKS, THEIRS)).findValuesAsText("id")).doesNotContain("secret");
        for (String path : List.of("", "?version=" + version, "/versions", "/export", "/export?format=csv")) {
            assertThat(get(BANKS + "/secret" + path, THEIRS).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(send("PUT", BANKS + "/secret", bank("S", "How?"), "*", Role.ADMIN, THEIRS)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", BANKS + "/secret", null, null, Role.ADMIN, THEIRS)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", BANKS, bank("Secret", "Theirs?"), null, Role.ADMIN, THEIRS)
                        .statusCode())
                .isEqualTo(201);
        assertThat(body(get(BANKS + "/secret", OURS)).path("version").asText()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "%2e%2e", "a%2Fb", "A", "x/bank/y", "built-in-xx", "%00", "0197c0de%2Fbank%2Fx"})
    void shouldFindNothingUnderOddIds(String id) throws Exception {
        assertThat(get(BANKS + "/" + id, OURS).statusCode()).isIn(400, 404);
        assertThat(send("PUT", BANKS + "/" + id, bank("Odd", "Why?"), "*", Role.ADMIN)
                        .statusCode())
                .isIn(400, 404, 409);
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "csv, text/csv"})
    void shouldExportWhatItImportsAsTheSameVersion(String format, String type) throws Exception {
        // given
        HttpResponse<String> built = get(BANKS + "/built-in-de/export?format=" + format, OURS);

        // when
        HttpResponse<String> imported =
                send("POST", BANKS + "/import?bank_id=german-" + format, built.body(), null, Role.ADMIN, OURS, type);
        HttpResponse<String> exported = get(BANKS + "/german-" + format + "/export?format=" + format, OURS);
        HttpResponse<String> again = send(
                "POST",
                BANKS + "/import?bank_id=german-" + format,
                exported.body(),
                tag(imported),
                Role.ADMIN,
                OURS,
                type);

        // then
        assertThat(imported.statusCode()).isEqualTo(201);
        assertThat(exported.body()).isEqualTo(built.body());
        assertThat(tag(again)).isEqualTo(tag(imported)).isEqualTo(tag(exported));
    }

    @Test
    void shouldRefuseOtherTypesOfFiles() throws Exception {
        assertThat(send("POST", BANKS + "/import", "x", null, Role.ADMIN, OURS, "application/vnd.ms-excel")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void shouldListEverythingThatIsWrongWithATable() throws Exception {
        // given
        String table = "id,family,kind,difficulty,text,expected_points\n=1,general,X,9,,a\n";

        // when
        HttpResponse<String> response = send(
                "POST",
                BANKS + "/import?name=Bad&language=en",
                table,
                null,
                Role.ADMIN,
                OURS,
                "text/csv; charset=utf-8");

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(body(response).path("offences")).hasSizeGreaterThan(4);
        assertThat(response.body()).contains("line 2");
    }

    @Test
    void shouldRefuseABankThatIsTooLargeForARecord() throws Exception {
        // given
        String filler = "x".repeat(1_900);
        ObjectNode bank = (ObjectNode) JSON.readTree(bank("Huge", "Why?"));
        IntStream.range(0, 300).forEach(i -> {
            ObjectNode question = bank.withArray("questions").get(1).deepCopy();
            bank.withArray("questions").add(question.put("id", "h" + i).put("text", i + filler));
        });

        // when
        HttpResponse<String> response = send("POST", BANKS, bank.toString(), null, Role.ADMIN);
        HttpResponse<String> monstrous =
                send("POST", BANKS, bank.put("name", "y".repeat(1 << 20)).toString(), null, Role.ADMIN);

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Expected a bank of at most 700000 bytes, but");
        assertThat(monstrous.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldKeepTheDefaultInUse() throws Exception {
        // given
        send("POST", BANKS, bank("Standard", "Why?"), null, Role.ADMIN);
        log.configure(OURS, "standard");

        // when
        HttpResponse<String> retired = send("DELETE", BANKS + "/standard", null, null, Role.ADMIN);

        // then
        assertThat(retired.statusCode()).isEqualTo(409);
        assertThat(body(get(BANKS, OURS)).findValuesAsText("is_default")).containsOnlyOnce("true");
        log.configure(OURS, null);
    }

    @Test
    void shouldLetReviewersReadAndCandidatesNothing() throws Exception {
        assertThat(send("GET", BANKS, null, null, Role.ANALYST).statusCode()).isEqualTo(200);
        assertThat(send("POST", BANKS, bank("Analyst", "Why?"), null, Role.ANALYST)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("GET", BANKS, null, null, Role.CANDIDATE).statusCode()).isEqualTo(403);
        assertThat(CLIENT.send(HttpRequest.newBuilder(uri(BANKS)).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldReadButNotChangeBuiltInBanks() throws Exception {
        assertThat(body(get(BANKS, OURS)).findValuesAsText("id"))
                .contains("built-in-en", "built-in-de", "built-in-es", "built-in-fr");
        assertThat(body(get(BANKS + "/built-in-en", OURS)).path("questions"))
                .hasSize(BankReader.builtIn().questions().size());
        assertThat(send("PUT", BANKS + "/built-in-en", bank("X", "Why?"), "*", Role.ADMIN)
                        .statusCode())
                .isEqualTo(409);
        assertThat(body(send("POST", BANKS, bank("Built in bank", "Why?"), null, Role.ADMIN))
                        .path("id")
                        .asText())
                .isEqualTo("copy-of-built-in-bank");
    }

    @Test
    void shouldKeepToItsOpenApiDocument() throws Exception {
        // given
        JsonNode document = new YAMLMapper()
                .readTree(CLIENT.send(
                                HttpRequest.newBuilder(uri("/openapi.yaml")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
        JsonNode created = body(send("POST", BANKS, bank("Documented", "Why?"), null, Role.ADMIN));

        // then
        JsonNode schemas = document.at("/components/schemas");
        assertThat(names(created)).isEqualTo(names(schemas.at("/Bank/properties")));
        assertThat(names(body(get(BANKS + "/documented", OURS))))
                .isEqualTo(names(schemas.at("/BankContent/properties")));
        assertThat(names(body(get(BANKS + "/documented/versions", OURS)).at("/versions/0")))
                .isEqualTo(names(schemas.at("/BankVersions/properties/versions/items/properties")));
        JsonNode file = body(get(BANKS + "/documented/export", OURS));
        assertThat(names(file)).isEqualTo(names(schemas.at("/BankFile/properties")));
        assertThat(names(file.at("/questions/0")))
                .isEqualTo(names(schemas.at("/BankFile/properties/questions/items/properties")));
        for (String path : names(document.path("paths"))) {
            if (path.startsWith(BANKS)) {
                for (String method : names(document.path("paths").path(path))) {
                    HttpRequest request = HttpRequest.newBuilder(uri(path.replace("{id}", "x")))
                            .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(""))
                            .build();
                    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode())
                            .as(method + " " + path)
                            .isEqualTo(401);
                }
            }
        }
    }

    private static String bank(String name, String text) throws IOException {
        ObjectNode bank = (ObjectNode) JSON.readTree(BankJson.write(BankReader.builtIn()));
        ObjectNode first = (ObjectNode) bank.withArray("questions").get(0);
        first.put("text", text);
        return bank.put("name", name).toString();
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> get(String path, String organisation) throws Exception {
        return send("GET", path, null, null, Role.INTERVIEWER, organisation);
    }

    private static HttpResponse<String> send(String method, String path, String body, String tag, Role role)
            throws Exception {
        return send(method, path, body, tag, role, OURS);
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String tag, Role role, String organisation) throws Exception {
        return send(method, path, body, tag, role, organisation, "application/json");
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String tag, Role role, String organisation, String type)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token(role, organisation))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static String token(Role role, String organisation) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(TokenVerifier.ISSUER)
                        .audience(TokenVerifier.ISSUER)
                        .subject("0197c0de-0000-7000-8000-00000000000c")
                        .claim("org", organisation)
                        .claim("role", role.wireName())
                        .claim("name", "Ada")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        jwt.sign(new RSASSASigner(keys.getPrivate()));
        return jwt.serialize();
    }
}
