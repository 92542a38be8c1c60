package io.colloquy.ingest.seed;

import io.colloquy.ingest.identity.IdentitySeed;
import io.colloquy.ingest.identity.NewUser;
import io.colloquy.ingest.identity.OrganisationSettings;
import io.colloquy.ingest.identity.PasswordHasher;
import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.platform.lifecycle.ServiceMain;
import io.colloquy.schemas.registry.ContractRegistration;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates an organisation with default settings and its administrator, and publishes the settings. Does nothing when somebody
 * with this e-mail is there already, so that no later change of theirs is ever taken back.
 */
public final class SeedMain {
    private static final Logger LOG = LoggerFactory.getLogger(SeedMain.class);
    private static final Duration MAX_BLOCK = Duration.ofSeconds(10);

    private SeedMain() {}

    /** Configured by environment variables alone; see {@link SeedConfig}. */
    public static void main(String[] arguments) {
        try {
            boolean made = run(Settings.read(System.getenv(), SeedConfig::from));
            LOG.info(made ? "made the first administrator" : "the administrator is there already");
        } catch (ConfigurationException e) {
            System.err.println("seed: " + e.getMessage());
            System.exit(ServiceMain.EXIT_CONFIGURATION);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("could not seed");
            System.exit(ServiceMain.EXIT_FAILURE);
        }
    }

    /** Whether anything was made. */
    public static boolean run(SeedConfig config) {
        TopicAdmin.ensure(config.kafka());
        SchemaRegistryClient registry = config.kafka().registryClient();
        ContractRegistration.register(registry);
        try (Database database = new Database(config.database());
                Producer<String, byte[]> producer =
                        IdentitySeed.producer(config.kafka(), "ingest-api-seed", MAX_BLOCK)) {
            return seed(
                    config,
                    new IdentitySeed(
                            database, new PasswordHasher(), producer, new EventSerdes(registry), Clock.systemUTC()));
        }
    }

    private static boolean seed(SeedConfig config, IdentitySeed identity) {
        String email = config.email().strip().toLowerCase(Locale.ROOT);
        if (identity.knows(email)) {
            return false;
        }
        UUID organisation = id("organisation", config.organisation());
        identity.organisation(OrganisationSettings.defaults(organisation, config.organisation())
                .scoredBy(config.providerChain()));
        identity.user(
                new NewUser(id("user", email), organisation, email, config.name(), Role.ADMIN, config.password()));
        return true;
    }

    private static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
    }
}
