package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Audio transcriptions as OpenAI defined them: OpenAI, faster-whisper-server, whisper.cpp, LocalAI, vLLM. Servers differ in the
 * formats of replies that they know: with status 400 or 422 the next is tried, and the one that worked is asked for from then
 * on. Thread-safe.
 */
final class OpenAiTranscription implements Transcription {
    private static final int LONGEST = 20_000;

    private final ProviderHttp http;
    private final TranscriptionConfig config;
    private final AtomicReference<Dialect> spoken = new AtomicReference<>(Dialect.SEGMENTS);

    OpenAiTranscription(TranscriptionConfig config, ProviderHttp http) {
        this.config = config;
        this.http = http;
    }

    /** What a server takes, from the most to the least. */
    private enum Dialect {
        /** With language, length and likelihood of each segment: Whisper. */
        SEGMENTS,
        /** With the likelihood of each token: OpenAI's newer models. */
        TOKENS,
        /** The text alone. */
        TEXT
    }

    @Override
    public Heard transcribe(Recording recording, Optional<String> language) throws ProviderException {
        Dialect first = spoken.get();
        ProviderException refusal = null;
        for (Dialect dialect : Dialect.values()) {
            if (dialect.compareTo(first) >= 0) {
                try {
                    Heard heard = transcribe(recording, language, dialect);
                    spoken.set(dialect);
                    return heard;
                } catch (ProviderException e) {
                    if (e.failure() != ProviderFailure.REFUSED) {
                        throw e;
                    }
                    refusal = e;
                }
            }
        }
        throw refusal;
    }

    private Heard transcribe(Recording recording, Optional<String> language, Dialect dialect) throws ProviderException {
        Map<String, String> headers = config.endpoint()
                .key()
                .map(key -> Map.of("Authorization", "Bearer " + key.value()))
                .orElse(Map.of());
        JsonNode reply = http.post("/audio/transcriptions", headers, form(recording, language, dialect));
        JsonNode text = reply.path("text");
        if (!text.isTextual() || text.textValue().length() > LONGEST) {
            throw new ProviderException(
                    ProviderFailure.UNREADABLE,
                    "Expected a text of at most %d characters, but it is not".formatted(LONGEST));
        }
        double said = reply.path("duration").asDouble(0);
        double seconds = said > 0 && said <= 86_400 ? said : recording.guessedSeconds();
        return new Heard(
                text.textValue().strip(),
                HeardConfidence.of(reply),
                HeardLanguage.of(reply.path("language").asText("")).or(() -> language),
                config.endpoint().model(),
                seconds,
                config.costMicros(seconds));
    }

    private ProviderHttp.Content form(Recording recording, Optional<String> language, Dialect dialect) {
        MultipartForm form = new MultipartForm()
                .with("model", config.endpoint().model())
                .with("response_format", dialect == Dialect.SEGMENTS ? "verbose_json" : "json")
                .with("temperature", "0");
        language.ifPresent(it -> form.with("language", it));
        if (dialect == Dialect.TOKENS) {
            form.with("include[]", "logprobs");
        }
        return form.withFile("file", recording);
    }
}
