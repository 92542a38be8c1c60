package io.colloquy.evaluator;

import io.colloquy.evaluator.providers.EmbeddingsConfig;
import io.colloquy.evaluator.providers.ProviderConfig;
import io.colloquy.evaluator.providers.SpeechConfig;
import io.colloquy.evaluator.providers.TranscriptionConfig;
import io.colloquy.evaluator.topology.RetryPolicy;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.MasterKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Configuration of the answer-evaluator.
 *
 * @param keys where session keys are
 * @param masterKey unwraps them
 * @param tokenKey PEM file with the public key that access tokens are verified with
 * @param stateDirectory of Kafka Streams
 * @param threads stream threads
 * @param standbys replicas of the pending store on other instances
 * @param calls most evaluations at once in this process, with each provider
 * @param requestsPerMinute of one user, from this instance
 * @param samples how often a model is asked about the same answer, 1 or 2
 * @param retries when an evaluation is given up
 * @param providers of models; none by default
 * @param transcription providers of speech to text; none by default
 * @param speech providers of text to speech; none by default
 * @param embeddings providers of vectors of texts; none by default
 */
public record EvaluatorConfig(
        KafkaConfig kafka,
        DatabaseConfig keys,
        Secret masterKey,
        Path tokenKey,
        HttpConfig http,
        Path stateDirectory,
        int threads,
        int standbys,
        int calls,
        int requestsPerMinute,
        int samples,
        RetryPolicy retries,
        List<ProviderConfig> providers,
        List<TranscriptionConfig> transcription,
        List<SpeechConfig> speech,
        List<EmbeddingsConfig> embeddings) {
    private static final int PORT = 8082;

    public EvaluatorConfig {
        providers = List.copyOf(providers);
        transcription = List.copyOf(transcription);
        speech = List.copyOf(speech);
        embeddings = List.copyOf(embeddings);
        if (samples < 1 || samples > 2) {
            throw new IllegalArgumentException(
                    "Expected COLLOQUY_EVALUATOR_SAMPLES to be 1 or 2, but it is %d".formatted(samples));
        }
        if (calls < 1) {
            throw new IllegalArgumentException(
                    "Expected COLLOQUY_EVALUATOR_CALLS to be at least 1, but it is %d".formatted(calls));
        }
    }

    /** Reads the environment. */
    public static EvaluatorConfig from(Settings settings) {
        return new EvaluatorConfig(
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_evaluator"),
                MasterKey.from(settings),
                PublicKeys.from(settings),
                HttpConfig.from(settings, PORT),
                settings.path("COLLOQUY_STATE_DIR"),
                settings.integer("COLLOQUY_STREAM_THREADS", 1),
                settings.integer("COLLOQUY_STANDBYS", 0),
                settings.integer("COLLOQUY_EVALUATOR_CALLS", 64),
                settings.integer("COLLOQUY_REQUESTS_PER_MINUTE", 100),
                settings.integer("COLLOQUY_EVALUATOR_SAMPLES", 1),
                new RetryPolicy(
                        settings.duration("COLLOQUY_EVALUATOR_TIMEOUT", Duration.ofSeconds(30)),
                        settings.integer("COLLOQUY_EVALUATOR_ATTEMPTS", 3),
                        settings.duration("COLLOQUY_EVALUATOR_PAUSE", Duration.ofSeconds(1)),
                        settings.duration("COLLOQUY_PLANNING_TIMEOUT", Duration.ofSeconds(20))),
                ProviderConfig.from(settings),
                TranscriptionConfig.from(settings),
                SpeechConfig.from(settings),
                EmbeddingsConfig.from(settings));
    }
}
