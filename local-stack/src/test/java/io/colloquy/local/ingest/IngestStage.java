package io.colloquy.local.ingest;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.ingest.IngestConfig;
import io.colloquy.ingest.IngestService;
import io.colloquy.ingest.identity.NewUser;
import io.colloquy.ingest.identity.OrganisationSettings;
import io.colloquy.local.EmbeddedStack;
import io.colloquy.local.Progress;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.Migrations;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicAdmin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The embedded stack with one organisation beside another, users in both, and as many doors as a test asks for. */
final class IngestStage implements AutoCloseable {
    static final UUID ORGANISATION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final UUID OTHER_ORGANISATION = UUID.fromString("0190a000-0000-7000-8000-000000000002");
    static final String PASSWORD = "correct horse battery staple";
    static final String ORIGIN = "http://board.example:8081";

    private final EmbeddedStack stack;
    private final Map<String, String> environment;
    private final ScriptedDecider decider;

    IngestStage(Path folder) throws Exception {
        this.stack =
                EmbeddedStack.start(StackHome.at(folder.resolve("home"), home()), StackPorts.free(), Progress.silent());
        this.environment = environment(folder);
        migrate();
        TopicAdmin.ensure(kafka());
        this.decider = new ScriptedDecider(kafka(), stack.redisUrl());
    }

    IngestService door(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new IngestService(Settings.read(all, IngestConfig::from));
    }

    void seed(IngestService door) {
        door.identitySeed()
                .organisation(new OrganisationSettings(
                        ORGANISATION,
                        "Acme",
                        EmotionPolicy.PRACTICE,
                        true,
                        Optional.of("DE"),
                        List.of("built-in-rubric"),
                        Duration.ofMinutes(30)));
        door.identitySeed().organisation(OrganisationSettings.defaults(OTHER_ORGANISATION, "Other"));
        for (Role role : Role.values()) {
            user(door, ORGANISATION, role, role.wireName() + "@acme.example");
            user(door, OTHER_ORGANISATION, role, role.wireName() + "@other.example");
        }
        user(door, ORGANISATION, Role.CANDIDATE, "second@acme.example");
    }

    ScriptedDecider decider() {
        return decider;
    }

    EmbeddedStack stack() {
        return stack;
    }

    KafkaConfig kafka() {
        return Settings.read(environment, KafkaConfig::from);
    }

    /** As the owner, who bypasses everything. */
    void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Does something while a transaction of somebody else holds what this statement locks. */
    <T> T whileLocked(String sql, Supplier<T> work) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            T result = work.get();
            connection.rollback();
            return result;
        }
    }

    /** As the door's own role. */
    long countAsDoor(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "colloquy_ingest", "door");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        decider.close();
        stack.close();
    }

    private static void user(IngestService door, UUID organisation, Role role, String email) {
        door.identitySeed()
                .user(new NewUser(
                        UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        organisation,
                        email,
                        role.wireName(),
                        role,
                        new Secret(PASSWORD)));
    }

    private void migrate() throws Exception {
        Migrations.run(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword(), List.of("keys", "identity"));
        execute("alter role colloquy_ingest password 'door'");
    }

    private Map<String, String> environment(Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return Map.ofEntries(
                Map.entry("COLLOQUY_KAFKA", stack.kafkaBootstrap()),
                Map.entry("COLLOQUY_REGISTRY", stack.registryUrl()),
                Map.entry("COLLOQUY_JDBC_URL", stack.jdbcUrl()),
                Map.entry("COLLOQUY_JDBC_PASSWORD", "door"),
                Map.entry("COLLOQUY_REDIS", stack.redisUrl()),
                Map.entry("COLLOQUY_HTTP_PORT", "0"),
                Map.entry("COLLOQUY_ALLOWED_ORIGINS", ORIGIN),
                Map.entry("COLLOQUY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])),
                Map.entry("COLLOQUY_REQUESTS_PER_MINUTE", "10000"),
                Map.entry(
                        "COLLOQUY_JWT_PUBLIC_KEY_FILE",
                        pem(folder, "PUBLIC KEY", pair.getPublic().getEncoded())),
                Map.entry(
                        "COLLOQUY_JWT_PRIVATE_KEY_FILE",
                        pem(folder, "PRIVATE KEY", pair.getPrivate().getEncoded())));
    }

    private static String pem(Path folder, String kind, byte[] der) throws Exception {
        String text = "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text)
                .toString();
    }

    private static Map<String, String> home() {
        return Map.of(
                "COLLOQUY_HOME",
                Path.of("target", "colloquy-home").toAbsolutePath().toString());
    }
}
