package io.colloquy.frames;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.MasterKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Configuration of the frame-processor.
 *
 * @param keys where session keys are
 * @param masterKey unwraps them
 * @param stateDirectory of Kafka Streams
 * @param threads stream threads
 * @param standbys replicas of the store on other instances
 * @param emotionModel directory of a SavedModel; empty for the one that comes with the service
 */
public record FrameProcessorConfig(
        KafkaConfig kafka,
        DatabaseConfig keys,
        Secret masterKey,
        HttpConfig http,
        Path stateDirectory,
        int threads,
        int standbys,
        Optional<Path> emotionModel) {

    /** Reads the environment. */
    public static FrameProcessorConfig from(Settings settings) {
        return new FrameProcessorConfig(
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_frames"),
                MasterKey.from(settings),
                HttpConfig.from(settings, 8083),
                settings.path("COLLOQUY_STATE_DIR"),
                settings.integer("COLLOQUY_STREAM_THREADS", 2),
                settings.integer("COLLOQUY_STANDBYS", 0),
                settings.optional("COLLOQUY_EMOTION_MODEL").map(Path::of));
    }
}
