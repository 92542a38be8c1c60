package io.colloquy.sessions;

import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.kafka.KafkaConfig;
import java.net.URI;
import java.nio.file.Path;

/**
 * Configuration of the session-projector.
 *
 * @param readModel Postgres, where reports read
 * @param redis where live views read
 * @param stateDirectory of Kafka Streams
 * @param threads stream threads
 * @param standbys replicas of the store on other instances
 */
public record SessionProjectorConfig(
        KafkaConfig kafka,
        DatabaseConfig readModel,
        URI redis,
        HttpConfig http,
        Path stateDirectory,
        int threads,
        int standbys) {

    /** Reads the environment. */
    public static SessionProjectorConfig from(Settings settings) {
        return new SessionProjectorConfig(
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_projector"),
                settings.uri("COLLOQUY_REDIS"),
                HttpConfig.from(settings, 8084),
                settings.path("COLLOQUY_STATE_DIR"),
                settings.integer("COLLOQUY_STREAM_THREADS", 2),
                settings.integer("COLLOQUY_STANDBYS", 0));
    }
}
