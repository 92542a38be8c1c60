package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Speech as OpenAI defined it: OpenAI, LocalAI, Kokoro and openedai servers. Thread-safe. */
final class OpenAiSpeech implements Speech {
    static final int MOST_BYTES = 8 << 20;

    private final ProviderHttp http;
    private final SpeechConfig config;

    OpenAiSpeech(SpeechConfig config, ProviderHttp http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Spoken speak(String text, Optional<String> language) throws ProviderException {
        Map<String, String> headers = config.endpoint()
                .key()
                .map(key -> Map.of("Authorization", "Bearer " + key.value()))
                .orElse(Map.of());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", config.endpoint().model())
                .put("voice", config.voice())
                .put("input", text)
                .put("response_format", "mp3");
        ProviderHttp.Answer answer = http.exchange(
                "/audio/speech",
                headers,
                new ProviderHttp.Content("application/json", body.toString().getBytes(StandardCharsets.UTF_8)),
                "audio/mpeg, audio/wav",
                MOST_BYTES);
        AudioKind kind = AudioKind.of(answer.bytes())
                .orElseThrow(() -> new ProviderException(
                        ProviderFailure.UNREADABLE, "Expected audio of a known kind, but it is something else"));
        return new Spoken(kind, answer.bytes(), config.endpoint().model(), config.costMicros(text.length()));
    }
}
