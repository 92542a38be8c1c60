package io.colloquy.ingest.identity;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Creates organisations and users, for a first start and for operators; there is no open registration. Repeating a call
 * with the same ids replaces what was there. Thread-safe; throws JdbiException when Postgres is away.
 */
public final class IdentitySeed {
    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final SettingsPublisher settings;

    /** @param producer from {@link #producer}; writes the settings to {@code organisation-events} */
    public IdentitySeed(
            Database database,
            PasswordHasher passwords,
            Producer<String, byte[]> producer,
            EventSerdes serdes,
            Clock clock) {
        this.accounts = new Accounts(database);
        this.passwords = passwords;
        this.settings = new SettingsPublisher(database, producer, serdes, clock);
    }

    /** A producer for settings: what it could not write in time it does not write later, over newer ones. */
    public static KafkaProducer<String, byte[]> producer(KafkaConfig kafka, String clientId, Duration maxBlock) {
        return KafkaClients.producer(kafka, clientId, maxBlock, SettingsPublisher.DELIVERY);
    }

    /** Creates or changes an organisation, and publishes its settings. */
    public void organisation(OrganisationSettings organisation) {
        accounts.save(organisation);
        settings.publish(organisation.organisationId());
    }

    /** Creates a user, or gives them this name, role and password. The organisation must be there. */
    public void user(NewUser user) {
        accounts.save(user, passwords.hash(user.password().value()));
    }

    /** Whether somebody signs in with this e-mail, in lower case. */
    public boolean knows(String email) {
        return accounts.byEmail(email).isPresent();
    }

    SettingsPublisher publisher() {
        return settings;
    }

    /** Publishes every organisation's settings; returns how many there are. */
    public int publishSettings() {
        return settings.publishAll();
    }
}
