package io.colloquy.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.colloquy.evaluator.providers.HostileServer;
import io.colloquy.evaluator.providers.ProviderEndpoint;
import io.colloquy.evaluator.providers.Providers;
import io.colloquy.evaluator.providers.SpeechConfig;
import io.colloquy.evaluator.providers.TranscriptionConfig;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.metrics.Metrics;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAV = "RIFF....WAVEfmt said";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<TranscriptionConfig> hearing = new ArrayList<>();
    private final List<SpeechConfig> speaking = new ArrayList<>();
    private Optional<List<String>> chain = Optional.empty();
    private static Callers callers;
    private HttpClient client;
    private HttpService service;

    @BeforeAll
    static void prepare() throws Exception {
        callers = new Callers();
    }

    /** The client first: a server that stops waits a second for connections that are kept open. */
    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void shouldTranscribeForACandidateAndNameWhoDidIt() throws Exception {
        // given
        hears(
                "whisper",
                (call, body, reply) -> reply.send(
                        200,
                        "{\"text\": \"I said so.\", \"language\": \"english\", \"duration\": 2.5,"
                                + " \"segments\": [{\"avg_logprob\": 0}]}"));
        start();

        // when
        HttpResponse<String> response = post("/api/v1/audio/stt?language=en-GB", "audio/wav", WAV);

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(JSON.readTree(response.body())).isEqualTo(JSON.readTree("""
                {"text": "I said so.", "confidence": 1.0, "language": "en", "provider": "whisper",
                 "model": "test-model", "duration": 2.5, "fallbacks": []}
                """));
    }

    @Test
    void shouldFallBackToTheNextAndSayWhy() throws Exception {
        // given
        hears("first", (call, body, reply) -> reply.send(401, "{}"));
        hears("second", (call, body, reply) -> reply.send(200, "{\"text\": \"I said so.\"}"));
        start();

        // when
        JsonNode transcribed =
                JSON.readTree(post("/api/v1/audio/stt", "audio/wav", WAV).body());

        // then
        assertThat(transcribed.path("provider").asText()).isEqualTo("second");
        assertThat(transcribed.path("confidence").isNull()).isTrue();
        assertThat(transcribed.path("fallbacks"))
                .isEqualTo(JSON.readTree("[{\"provider\": \"first\", \"reason\": \"PROVIDER_UNAUTHORISED\"}]"));
    }

    @Test
    void shouldTryOnceMoreAfterAFailureThatPasses() throws Exception {
        // given
        hears("whisper", (call, body, reply) -> reply.send(call == 1 ? 503 : 200, "{\"text\": \"I said so.\"}"));
        start();

        // when
        HttpResponse<String> response = post("/api/v1/audio/stt", "audio/wav", WAV);

        // then
        assertThat(JSON.readTree(response.body()).path("text").asText()).isEqualTo("I said so.");
    }

    @Test
    void shouldAskNobodyOutsideTheOrganisationsChain() throws Exception {
        // given
        HostileServer stranger = hears("stranger", (call, body, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        hears("chosen", (call, body, reply) -> reply.send(200, "{\"text\": \"I said so.\"}"));
        chain = Optional.of(List.of("gone", "chosen"));
        start();

        // when
        JsonNode transcribed =
                JSON.readTree(post("/api/v1/audio/stt", "audio/wav", WAV).body());

        // then
        assertThat(transcribed.path("provider").asText()).isEqualTo("chosen");
        assertThat(transcribed.at("/fallbacks/0/reason").asText()).isEqualTo("NOT_CONFIGURED");
        assertThat(stranger.calls()).isZero();
    }

    @Test
    void shouldHearNothingWhereTheOrganisationWantsNobody() throws Exception {
        // given
        HostileServer server = hears("whisper", (call, body, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        chain = Optional.of(List.of());
        start();

        // then
        assertProblem(post("/api/v1/audio/stt", "audio/wav", WAV), 501, "transcription-not-configured");
        assertThat(JSON.readTree(get("/api/v1/audio").body())
                        .path("transcription")
                        .isNull())
                .isTrue();
        assertThat(server.calls()).isZero();
    }

    @Test
    void shouldSayThatNobodyDidIt() throws Exception {
        // given
        hears("whisper", (call, body, reply) -> reply.send(500, "secret text of the provider"));
        start();

        // when
        HttpResponse<String> response = post("/api/v1/audio/stt", "audio/wav", WAV);

        // then
        assertProblem(response, 503, "transcription-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("PROVIDER_SERVER_ERROR").doesNotContain("secret");
    }

    @Test
    void shouldSayThatTheProviderCannotReadIt() throws Exception {
        // given
        hears("whisper", (call, body, reply) -> reply.send(400, "{}"));
        start();

        // then
        assertProblem(post("/api/v1/audio/stt", "audio/wav", WAV), 422, "transcription-refused");
    }

    @Test
    void shouldSayWhatIsNotConfigured() throws Exception {
        // given
        start();

        // then
        assertProblem(post("/api/v1/audio/stt", "audio/wav", WAV), 501, "transcription-not-configured");
        assertProblem(
                post("/api/v1/audio/tts", "application/json", "{\"text\": \"Hi\"}"), 501, "speech-not-configured");
        JsonNode offer = JSON.readTree(get("/api/v1/audio").body());
        assertThat(offer.path("transcription").isNull()).isTrue();
        assertThat(offer.path("speech").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "audio/webm, RIFF....WAVE, 415",
        "audio/wav, <html>, 415",
        "text/plain, RIFF....WAVE, 415",
        "audio/mpeg, xx, 415",
        "audio/wav, '', 400"
    })
    void shouldTakeOnlyAudioThatIsWhatItSays(String type, String body, int status) throws Exception {
        // given
        HostileServer server = hears("whisper", (call, sent, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        start();

        // when
        HttpResponse<String> response = post("/api/v1/audio/stt", type, body);

        // then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(server.calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "audio/webm;codecs=opus, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
        "audio/ogg, 4f67675300020000",
        "audio/x-wav, 524946460000000057415645",
        "audio/mpeg, fffb9064000000",
        "audio/mpeg, 494433040000",
        "audio/mp4, 0000001c6674797069736f35"
    })
    void shouldTakeWhatBrowsersRecord(String type, String bytes) throws Exception {
        // given
        hears("whisper", (call, sent, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        start();

        // when
        HttpResponse<String> response = send(request("/api/v1/audio/stt", Role.CANDIDATE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        java.util.HexFormat.of().parseHex(bytes))));

        // then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseARecordingThatIsTooLargeWhetherItSaysSoOrNot() throws Exception {
        // given
        HostileServer server = hears("whisper", (call, sent, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        start();
        byte[] large = new byte[(10 << 20) + 1];
        System.arraycopy(WAV.getBytes(StandardCharsets.ISO_8859_1), 0, large, 0, WAV.length());

        // when
        HttpResponse<String> said = send(request("/api/v1/audio/stt", Role.CANDIDATE)
                .header("Content-Type", "audio/wav")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large)));
        HttpResponse<String> chunked = send(request("/api/v1/audio/stt", Role.CANDIDATE)
                .header("Content-Type", "audio/wav")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        // then
        assertProblem(said, 413, "too-large");
        assertProblem(chunked, 413, "too-large");
        assertThat(server.calls()).isZero();
    }

    @Test
    void shouldSpeakAndSayInHeadersWhoDidIt() throws Exception {
        // given
        speaks("dumb", (call, body, reply) -> reply.send(500, ""));
        speaks("voice", (call, body, reply) -> reply.send(200, WAV));
        start();

        // when
        HttpResponse<String> response =
                post("/api/v1/audio/tts", "application/json", "{\"text\": \"Guten Tag\", \"language\": \"de\"}");

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(WAV);
        assertThat(response.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(response.headers().firstValue("X-Provider")).contains("voice");
        assertThat(response.headers().firstValue("X-Provider-Model")).contains("test-model");
        assertThat(response.headers().firstValue("X-Provider-Fallbacks")).contains("dumb=PROVIDER_SERVER_ERROR");
    }

    @Test
    void shouldSpeakNoNovels() throws Exception {
        // given
        speaks("voice", (call, body, reply) -> reply.send(200, WAV));
        start();
        String novel = "{\"text\": \"" + "a".repeat(4_001) + "\"}";

        // then
        assertThat(post("/api/v1/audio/tts", "application/json", novel).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/audio/tts", "application/json", "{\"text\": \" \"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldLetNobodyInWithoutAToken() throws Exception {
        // given
        hears("whisper", (call, sent, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        start();

        // then
        for (String path : List.of("/api/v1/audio/stt", "/api/v1/audio/tts")) {
            assertThat(send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(WAV)))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(send(HttpRequest.newBuilder(uri("/api/v1/audio"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldOfferWhatItsDocumentSays() throws Exception {
        // given
        hears("whisper", (call, sent, reply) -> reply.send(200, "{\"text\": \"x\"}"));
        speaks("voice", (call, body, reply) -> reply.send(200, WAV));
        start();
        JsonNode document = new YAMLMapper()
                .readTree(send(HttpRequest.newBuilder(uri("/openapi.yaml"))).body());

        // when
        JsonNode offer = JSON.readTree(get("/api/v1/audio").body());
        JsonNode transcribed =
                JSON.readTree(post("/api/v1/audio/stt", "audio/wav", WAV).body());

        // then
        assertThat(offer.at("/transcription/providers/0").asText()).isEqualTo("whisper");
        assertThat(offer.at("/speech/providers/0").asText()).isEqualTo("voice");
        assertThat(offer.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(names(document.at("/components/schemas/AudioOffer/properties")));
        assertThat(names(transcribed))
                .containsExactlyInAnyOrderElementsOf(names(document.at("/components/schemas/Transcribed/properties")));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(response.body()).path("type").asText()).endsWith("/" + slug);
    }

    private HostileServer hears(String name, HostileServer.Behaviour behaviour) throws Exception {
        HostileServer server = HostileServer.start(behaviour);
        open.add(server);
        hearing.add(new TranscriptionConfig(endpoint(name, server), 0, 0));
        return server;
    }

    private void speaks(String name, HostileServer.Behaviour behaviour) throws Exception {
        HostileServer server = HostileServer.start(behaviour);
        open.add(server);
        speaking.add(new SpeechConfig(endpoint(name, server), "alloy", 0, 0));
    }

    private static ProviderEndpoint endpoint(String name, HostileServer server) {
        return new ProviderEndpoint(name, server.url(), "test-model", Optional.empty(), true, Duration.ofSeconds(20));
    }

    private void start() {
        Metrics metrics = new Metrics();
        service = new HttpService(
                "answer-evaluator",
                new HttpConfig("127.0.0.1", 0, List.of()),
                new Health(),
                metrics,
                new AudioRoutes(
                        callers.guard(),
                        Providers.transcription(hearing, Clock.systemUTC(), metrics),
                        Providers.speech(speaking, Clock.systemUTC(), metrics),
                        (organisation, capability) -> chain)::addTo);
        open.add(service);
        client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        open.add(client);
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path, Role.CANDIDATE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path, Role.INTERVIEWER));
    }

    private HttpRequest.Builder request(String path, Role role) throws Exception {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + callers.token(role));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
