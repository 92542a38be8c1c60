package io.colloquy.ingest;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.MasterKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What ingest-api has to be told.
 *
 * @param redis {@code redis://host:port} or {@code host:port}
 * @param masterKey 32 bytes in base64
 * @param publicKey PEM file
 * @param privateKey PEM file, PKCS #8; only here
 * @param publicUrl where browsers reach this service, for guest links; by default as the caller reached it
 * @param evaluatorUrl where browsers reach answer-evaluator; on this service's origin by default
 * @param accessTokenLife of access tokens
 * @param refreshLife of a sign-in
 * @param requestsPerMinute of one user, over all instances
 * @param framesPerSecond of one session
 * @param roomFramesPerSecond what the room's page sends
 * @param uploadsAtOnce most PDFs that are read at once, each in a process of its own
 */
public record IngestConfig(
        HttpConfig http,
        KafkaConfig kafka,
        DatabaseConfig database,
        String redis,
        Secret masterKey,
        Path publicKey,
        Path privateKey,
        Optional<String> publicUrl,
        Optional<URI> evaluatorUrl,
        Duration accessTokenLife,
        Duration refreshLife,
        int requestsPerMinute,
        int framesPerSecond,
        int roomFramesPerSecond,
        int uploadsAtOnce) {
    private static final int DEFAULT_PORT = 8080;

    /** Reads everything from the environment. */
    public static IngestConfig from(Settings settings) {
        return new IngestConfig(
                HttpConfig.from(settings, DEFAULT_PORT),
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_ingest"),
                settings.string("COLLOQUY_REDIS"),
                MasterKey.from(settings),
                PublicKeys.from(settings),
                settings.path("COLLOQUY_JWT_PRIVATE_KEY_FILE"),
                settings.optional("COLLOQUY_PUBLIC_URL"),
                settings.optional("COLLOQUY_EVALUATOR_URL").map(URI::create),
                settings.duration("COLLOQUY_ACCESS_TOKEN_LIFE", Duration.ofMinutes(15)),
                settings.duration("COLLOQUY_REFRESH_LIFE", Duration.ofDays(7)),
                settings.integer("COLLOQUY_REQUESTS_PER_MINUTE", 100),
                settings.integer("COLLOQUY_FRAMES_PER_SECOND", 30),
                settings.integer("COLLOQUY_ROOM_FRAMES_PER_SECOND", 5),
                settings.integer("COLLOQUY_UPLOADS_AT_ONCE", 2));
    }
}
