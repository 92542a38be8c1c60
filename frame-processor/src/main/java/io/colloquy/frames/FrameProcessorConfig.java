package io.colloquy.frames;

import io.colloquy.frames.overload.AgeLimits;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.MasterKey;
import java.nio.file.Path;

/**
 * Configuration of the frame-processor.
 *
 * @param keys where session keys are
 * @param masterKey unwraps them
 * @param tokenKey PEM file with the public key that access tokens are verified with
 * @param stateDirectory of Kafka Streams
 * @param threads stream threads
 * @param standbys replicas of the store on other instances
 * @param requestsPerMinute of one user, from this instance
 * @param picturesPerMinute of one user, over HTTP, from this instance
 * @param ages how long frames may wait
 * @param emotionModel which one, and where it computes
 */
public record FrameProcessorConfig(
        KafkaConfig kafka,
        DatabaseConfig keys,
        Secret masterKey,
        Path tokenKey,
        HttpConfig http,
        Path stateDirectory,
        int threads,
        int standbys,
        int requestsPerMinute,
        int picturesPerMinute,
        AgeLimits ages,
        EmotionModelConfig emotionModel) {
    private static final int LARGEST_BATCH = 64;

    public FrameProcessorConfig {
        if (picturesPerMinute < LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "Expected COLLOQUY_PICTURES_PER_MINUTE to allow a batch of %d, but it is %d"
                            .formatted(LARGEST_BATCH, picturesPerMinute));
        }
    }

    /** Reads the environment. */
    public static FrameProcessorConfig from(Settings settings) {
        return new FrameProcessorConfig(
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_frames"),
                MasterKey.from(settings),
                PublicKeys.from(settings),
                HttpConfig.from(settings, 8083),
                settings.path("COLLOQUY_STATE_DIR"),
                settings.integer("COLLOQUY_STREAM_THREADS", 2),
                settings.integer("COLLOQUY_STANDBYS", 0),
                settings.integer("COLLOQUY_REQUESTS_PER_MINUTE", 100),
                settings.integer("COLLOQUY_PICTURES_PER_MINUTE", 240),
                new AgeLimits(
                        settings.duration("COLLOQUY_FRAMES_LATE_AFTER", AgeLimits.DEFAULT_LATE),
                        settings.duration("COLLOQUY_FRAMES_MAX_AGE", AgeLimits.DEFAULT_MOST)),
                EmotionModelConfig.from(settings));
    }
}
