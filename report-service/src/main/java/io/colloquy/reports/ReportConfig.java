package io.colloquy.reports;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.http.HttpConfig;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.sealing.MasterKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What report-service needs to know.
 *
 * @param http where it listens
 * @param database the read model and the session keys
 * @param registry root of the schema registry's Confluent API, asked once for each schema that a history was written with
 * @param masterKey unwraps session keys
 * @param publicKey PEM of the token issuer's key
 * @param ingest root of ingest-api as a browser reaches it
 * @param evaluator root of answer-evaluator as a browser reaches it; on this service's origin by default
 * @param keyFreshness how long a session key is used without asking again whether it still exists
 * @param requestsPerMinute of one user, from this instance
 * @param patience how long {@code min_seq} is waited for
 */
public record ReportConfig(
        HttpConfig http,
        DatabaseConfig database,
        URI registry,
        Secret masterKey,
        Path publicKey,
        URI ingest,
        Optional<URI> evaluator,
        Duration keyFreshness,
        int requestsPerMinute,
        Duration patience) {
    private static final int DEFAULT_PORT = 8081;

    /** Refuses what cannot work. */
    public ReportConfig {
        if (keyFreshness.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected COLLOQUY_KEY_FRESHNESS and COLLOQUY_READ_PATIENCE to be at least zero, but they are %s and %s"
                            .formatted(keyFreshness, patience));
        }
    }

    /** From the environment. */
    public static ReportConfig from(Settings settings) {
        return new ReportConfig(
                HttpConfig.from(settings, DEFAULT_PORT),
                DatabaseConfig.from(settings, "colloquy_report"),
                settings.uri("COLLOQUY_REGISTRY"),
                MasterKey.from(settings),
                PublicKeys.from(settings),
                URI.create(settings.string("COLLOQUY_INGEST_URL", "http://localhost:8080")),
                settings.optional("COLLOQUY_EVALUATOR_URL").map(URI::create),
                settings.duration("COLLOQUY_KEY_FRESHNESS", Duration.ofSeconds(1)),
                settings.integer("COLLOQUY_REQUESTS_PER_MINUTE", 100),
                settings.duration("COLLOQUY_READ_PATIENCE", Duration.ofSeconds(2)));
    }
}
