package io.colloquy.ingest.seed;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.kafka.KafkaConfig;
import java.util.List;

/**
 * Who is to be let in first.
 *
 * @param organisation display name; the organisation's id follows from it
 * @param providerChain evaluators that it begins with, in order
 * @param email sign-in name; the user's id follows from it
 * @param name display name
 * @param password to sign in with
 */
public record SeedConfig(
        KafkaConfig kafka,
        DatabaseConfig database,
        String organisation,
        List<String> providerChain,
        String email,
        String name,
        Secret password) {
    private static final int SHORTEST_PASSWORD = 12;

    /** Refuses a password that can be guessed. */
    public SeedConfig {
        if (!password.value().isEmpty() && password.value().length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "Expected COLLOQUY_SEED_PASSWORD to have at least %d characters, but it has %d"
                            .formatted(SHORTEST_PASSWORD, password.value().length()));
        }
    }

    /** Reads what ingest-api reads of Kafka and Postgres, and {@code COLLOQUY_SEED_*}. */
    public static SeedConfig from(Settings settings) {
        return new SeedConfig(
                KafkaConfig.from(settings),
                DatabaseConfig.from(settings, "colloquy_ingest"),
                settings.string("COLLOQUY_SEED_ORGANISATION"),
                settings.list("COLLOQUY_SEED_PROVIDER_CHAIN", "built-in-rubric"),
                settings.string("COLLOQUY_SEED_EMAIL"),
                settings.string("COLLOQUY_SEED_NAME", "Administrator"),
                settings.secret("COLLOQUY_SEED_PASSWORD"));
    }
}
