package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.metrics.Metrics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiAudioTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Recording RECORDING =
            new Recording(AudioKind.OGG, "OggS and what was said".getBytes(StandardCharsets.ISO_8859_1));
    private static final String VERBOSE = """
            {"text": " I looked at the plan. ", "language": "german", "duration": 4.0, "segments": [
              {"start": 0, "end": 3, "avg_logprob": -0.1, "no_speech_prob": 0.0},
              {"start": 3, "end": 4, "avg_logprob": -0.5, "no_speech_prob": 0.5}]}
            """;

    private final Metrics metrics = new Metrics();

    @Test
    void shouldReturnWhatWasHeardWithConfidenceLanguageAndLength() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, VERBOSE))) {
            // when
            Heard heard = transcription(server.url(), LONG, 0).transcribe(RECORDING, Optional.of("de"));

            // then
            assertThat(heard.text()).isEqualTo("I looked at the plan.");
            assertThat(heard.language()).contains("de");
            assertThat(heard.seconds()).isEqualTo(4);
            assertThat(heard.costMicros()).isEqualTo(400);
            assertThat(heard.confidence().orElseThrow())
                    .isCloseTo((3 * Math.exp(-0.1) + 0.5 * Math.exp(-0.5)) / 4, within(1e-9));
            assertThat(server.heads().getFirst())
                    .startsWith("POST /v1/audio/transcriptions ")
                    .contains("Authorization: Bearer " + Given.KEY)
                    .contains("multipart/form-data; boundary=");
            assertThat(server.bodies().getFirst())
                    .contains("name=\"model\"\r\n\r\ntest-model\r\n")
                    .contains("name=\"language\"\r\n\r\nde\r\n")
                    .contains("name=\"file\"; filename=\"answer.ogg\"\r\nContent-Type: audio/ogg\r\n\r\nOggS and what");
            assertThat(metrics.scrape())
                    .contains("provider_units_total{provider=\"openai\",capability=\"transcription\","
                            + "unit=\"audio_seconds\",} 4.0")
                    .contains("provider_cost_micros_total{provider=\"openai\",capability=\"transcription\",} 400.0");
        }
    }

    @Test
    void shouldAskInAnotherFormatWhereTheServerDoesNotKnowOneAndSayNothingOfConfidence() throws Exception {
        HostileServer.Behaviour plain = (call, body, reply) -> {
            if (body.contains("verbose_json") || body.contains("include[]")) {
                reply.send(400, "{}");
            } else {
                reply.send(200, "{\"text\": \"yes\"}");
            }
        };
        try (HostileServer server = HostileServer.start(plain)) {
            // given
            Transcription transcription = transcription(server.url(), LONG, 0);

            // when
            Heard first = transcription.transcribe(RECORDING, Optional.of("en"));
            transcription.transcribe(RECORDING, Optional.empty());

            // then
            assertThat(first.text()).isEqualTo("yes");
            assertThat(first.confidence()).isEmpty();
            assertThat(first.language()).contains("en");
            assertThat(server.calls()).isEqualTo(4);
        }
    }

    @Test
    void shouldTakeConfidenceFromTokensWhereThereAreNoSegments() throws Exception {
        String tokens = "{\"text\": \"yes\", \"logprobs\": [{\"logprob\": -0.2}, {\"logprob\": -0.4}]}";
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, tokens))) {
            // when
            Heard heard = transcription(server.url(), LONG, 0).transcribe(RECORDING, Optional.empty());

            // then
            assertThat(heard.confidence().orElseThrow()).isCloseTo(Math.exp(-0.3), within(1e-9));
        }
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("{\"avg_logprob\": 3}"),
                Arguments.of("{\"avg_logprob\": \"x\"}"),
                Arguments.of("{\"avg_logprob\": -0.1, \"no_speech_prob\": 7}"),
                Arguments.of("7"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldSayNothingOfConfidenceThatCannotBe(String segment) throws Exception {
        String reply = "{\"text\": \"yes\", \"segments\": [%s]}".formatted(segment);
        try (HostileServer server = HostileServer.start((call, body, out) -> out.send(200, reply))) {
            assertThat(transcription(server.url(), LONG, 0)
                            .transcribe(RECORDING, Optional.empty())
                            .confidence())
                    .isEmpty();
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("500", ProviderFailure.SERVER_ERROR, behaviour((reply) -> reply.send(500, "oops"))),
                Arguments.of("429", ProviderFailure.RATE_LIMITED, behaviour((reply) -> reply.send(429, "{}"))),
                Arguments.of("401", ProviderFailure.UNAUTHORISED, behaviour((reply) -> reply.send(401, "{}"))),
                Arguments.of(
                        "redirect",
                        ProviderFailure.REDIRECTED,
                        behaviour(reply -> reply.send(302, "", "Location: http://127.0.0.1:9/steal"))),
                Arguments.of("never answers", ProviderFailure.TIMEOUT, behaviour(HostileServer.Reply::never)),
                Arguments.of("drips", ProviderFailure.TIMEOUT, behaviour(reply -> {
                    reply.head(200, VERBOSE.length());
                    reply.drip(VERBOSE);
                })),
                Arguments.of("closes midway", ProviderFailure.UNREACHABLE, behaviour(reply -> {
                    reply.head(200, VERBOSE.length());
                    reply.raw(VERBOSE.substring(0, 20).getBytes(StandardCharsets.UTF_8));
                })),
                Arguments.of(
                        "truncated JSON",
                        ProviderFailure.UNREADABLE,
                        behaviour(reply -> reply.send(200, VERBOSE.substring(0, 30)))),
                Arguments.of(
                        "text is a number",
                        ProviderFailure.UNREADABLE,
                        behaviour(reply -> reply.send(200, "{\"text\": 7}"))),
                Arguments.of(
                        "text without end",
                        ProviderFailure.UNREADABLE,
                        behaviour(reply -> reply.send(200, "{\"text\": \"" + "la ".repeat(20_000) + "\"}"))),
                Arguments.of(
                        "5 MB",
                        ProviderFailure.TOO_LARGE,
                        behaviour(reply -> reply.send(200, "{\"text\": \"" + "x".repeat(5 << 20) + "\"}"))));
    }

    private interface Answering {
        void with(HostileServer.Reply reply) throws Exception;
    }

    private static HostileServer.Behaviour behaviour(Answering answering) {
        return (call, body, reply) -> answering.with(reply);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void shouldEndInAFailureThatSaysWhat(String name, ProviderFailure failure, HostileServer.Behaviour behaviour)
            throws Exception {
        Duration timeout = failure == ProviderFailure.TIMEOUT ? SHORT : LONG;
        try (HostileServer server = HostileServer.start(behaviour)) {
            // given
            Transcription transcription = transcription(server.url(), timeout, 0);

            // when
            ProviderException thrown = catchThrowableOfType(
                    ProviderException.class, () -> transcription.transcribe(RECORDING, Optional.empty()));

            // then
            assertThat(thrown.failure()).isEqualTo(failure);
            assertThat(thrown.getMessage()).startsWith("Expected").doesNotContain("looked", Given.KEY);
        }
    }

    @Test
    void shouldNotTakeAProviderForDeadThatRefusesWhatCallersBring() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> {
            if (body.contains("noise")) {
                reply.send(400, "{}");
            } else {
                reply.send(200, VERBOSE);
            }
        })) {
            // given
            Transcription transcription = transcription(server.url(), LONG, 0);
            Recording noise = new Recording(AudioKind.OGG, "OggS noise".getBytes(StandardCharsets.ISO_8859_1));
            for (int call = 1; call <= 20; call++) {
                assertThatThrownBy(() -> transcription.transcribe(noise, Optional.empty()))
                        .isInstanceOf(ProviderException.class);
            }

            // when
            Heard heard = transcription.transcribe(RECORDING, Optional.empty());

            // then
            assertThat(heard.text()).isNotEmpty();
        }
    }

    @Test
    void shouldStopWhenTheSecondsOfTheDayAreSpent() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, VERBOSE))) {
            // given
            Transcription transcription = transcription(server.url(), LONG, 4);
            transcription.transcribe(RECORDING, Optional.empty());

            // when
            ProviderException thrown = catchThrowableOfType(
                    ProviderException.class, () -> transcription.transcribe(RECORDING, Optional.empty()));

            // then
            assertThat(thrown.failure()).isEqualTo(ProviderFailure.BUDGET_SPENT);
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void shouldSpeak() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, "ID3 and music"))) {
            // when
            Spoken spoken = speech(server.url()).speak("Good morning", Optional.empty());

            // then
            assertThat(spoken.kind()).isEqualTo(AudioKind.MP3);
            assertThat(spoken.costMicros()).isEqualTo(180);
            assertThat(server.heads().getFirst()).startsWith("POST /v1/audio/speech ");
            assertThat(server.bodies().getFirst())
                    .contains("\"voice\":\"alloy\"")
                    .contains("\"input\":\"Good morning\"");
        }
    }

    @Test
    void shouldNotTakeAnErrorPageForSpeech() throws Exception {
        try (HostileServer server = HostileServer.start((call, body, reply) -> reply.send(200, "<html>"))) {
            assertThatThrownBy(() -> speech(server.url()).speak("Good morning", Optional.empty()))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("audio of a known kind");
        }
    }

    @Test
    void shouldTakeUrlAndKeyOfOpenAiButGiveTheKeyToNoOtherOrigin() {
        // given
        Map<String, String> openAi = Map.of(
                "COLLOQUY_OPENAI_URL", "https://api.openai.com/v1",
                "COLLOQUY_OPENAI_KEY", "sk-one",
                "COLLOQUY_TRANSCRIPTION_MODEL", "whisper-1",
                "COLLOQUY_TRANSCRIPTION_SECOND_MODEL", "other",
                "COLLOQUY_TRANSCRIPTION_SECOND_NAME", "whisper-local",
                "COLLOQUY_TRANSCRIPTION_SECOND_URL", "https://whisper.example/v1");

        // when
        List<TranscriptionConfig> configs = Settings.read(openAi, TranscriptionConfig::from);

        // then
        assertThat(configs).hasSize(2);
        ProviderEndpoint first = configs.getFirst().endpoint();
        assertThat(first.url()).isEqualTo(URI.create("https://api.openai.com/v1"));
        assertThat(first.key().map(Secret::value)).contains("sk-one");
        ProviderEndpoint second = configs.getLast().endpoint();
        assertThat(second.name()).isEqualTo("whisper-local");
        assertThat(second.key()).isEmpty();
    }

    @Test
    void shouldHaveNeitherWithoutAModel() {
        Map<String, String> openAi = Map.of("COLLOQUY_OPENAI_URL", "https://api.openai.com/v1");

        assertThat(Settings.read(openAi, TranscriptionConfig::from)).isEmpty();
        assertThat(Settings.read(openAi, SpeechConfig::from)).isEmpty();
    }

    private Transcription transcription(URI url, Duration timeout, long secondsPerDay) {
        return Providers.transcription(
                        List.of(new TranscriptionConfig(endpoint(url, timeout), secondsPerDay, 0.006)),
                        Clock.systemUTC(),
                        metrics)
                .get("openai");
    }

    private Speech speech(URI url) {
        return Providers.speech(
                        List.of(new SpeechConfig(endpoint(url, LONG), "alloy", 0, 15)), Clock.systemUTC(), metrics)
                .get("openai");
    }

    private static ProviderEndpoint endpoint(URI url, Duration timeout) {
        return new ProviderEndpoint("openai", url, "test-model", Optional.of(new Secret(Given.KEY)), true, timeout);
    }
}
