package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.colloquy.ingest.seed.SeedConfig;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.LoginRole;
import io.colloquy.platform.database.MigrationConfig;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.sealing.MasterKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docker-compose.yml, .env.example and the made secrets, held against what each service reads. */
class ComposeEnvironmentTest {
    /** Read by Compose itself, to fill in something other than a service's environment. */
    private static final Set<String> OF_COMPOSE = Set.of(
            "COLLOQUY_BIND",
            "COLLOQUY_PORT",
            "COLLOQUY_TRUSTED_PROXIES",
            "COLLOQUY_IMAGES",
            "COLLOQUY_VERSION",
            "COLLOQUY_KAFKA_PORT",
            "COLLOQUY_REGISTRY_PORT");

    @TempDir
    static Path secrets;

    private static boolean made;

    @BeforeAll
    static void makeSecrets() throws IOException, InterruptedException {
        boolean openssl = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
        made = openssl && run() == 0;
    }

    private static int run() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "sh", Repository.path("deploy/make-secrets.sh").toString(), secrets.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSetOnlyWhatTheServiceReads(DeployedService service) {
        assertThat(service.unknownAmong(environment(service.id()).keySet())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSetEverythingThatTheServiceRequires(DeployedService service) {
        assertThat(service.missingAmong(environment(service.id()).keySet())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldStartEachServiceWithTheExampleAndTheMadeSecrets(DeployedService service) {
        // given
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");
        Map<String, String> environment = withSecretsHere(environment(service.id()));

        // then
        assertThatCode(() -> service.read(environment)).doesNotThrowAnyException();
    }

    @Test
    void shouldMakeKeysThatTheServicesAccept() throws IOException {
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");
        assertThatCode(() -> new MasterKey(new Secret(Files.readString(secrets.resolve("master-key")))))
                .doesNotThrowAnyException();
        assertThat(PublicKeys.read(secrets.resolve("token-verification-key.pem"))
                        .getModulus()
                        .bitLength())
                .isEqualTo(3072);
        assertThat(secrets.resolve("token-signing-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void shouldKeepSecretsThatAreThere() throws IOException, InterruptedException {
        // given
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");
        String before = Files.readString(secrets.resolve("master-key"));

        // when
        int exit = run();

        // then
        assertThat(exit).isZero();
        assertThat(secrets.resolve("master-key")).hasContent(before.strip());
    }

    @Test
    void shouldMakeEverySecretThatComposeMounts() {
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");
        Compose.read("docker-compose.yml", Map.of())
                .tree()
                .path("secrets")
                .forEach(secret -> assertThat(secrets.resolve(
                                Path.of(secret.path("file").asText()).getFileName()))
                        .isRegularFile());
    }

    @Test
    void shouldMigrateAsTheOwnerAndSetEveryRolesPassword() {
        // given
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");

        // when
        MigrationConfig identity =
                Settings.read(withSecretsHere(environment("migrate-identity")), MigrationConfig::from);
        MigrationConfig readModel =
                Settings.read(withSecretsHere(environment("migrate-read-model")), MigrationConfig::from);

        // then
        assertThat(identity.rolePasswords()).containsOnlyKeys(LoginRole.values());
        assertThat(readModel.owner()).isEqualTo(identity.owner()).isEqualTo("colloquy_owner");
    }

    @Test
    void shouldSeedWithTheMadePassword() {
        // given
        assumeTrue(made, "openssl is not on the PATH, so no secrets were made");
        Map<String, String> environment = environment("first-administrator");

        // when
        SeedConfig config = Settings.read(withSecretsHere(environment), SeedConfig::from);

        // then
        assertThat(config.password().value()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(config.database().user()).isEqualTo("colloquy_ingest");
    }

    @Test
    void shouldNameInTheExampleExactlyWhatComposeAsksFor() {
        // given
        Set<String> asked = new TreeSet<>(Compose.variablesOf("docker-compose.yml"));
        asked.addAll(Compose.variablesOf("deploy/compose.kafka.yml"));
        asked.addAll(Compose.variablesOf("deploy/compose.providers.yml"));

        // then
        assertThat(DotEnv.example().keySet()).isEqualTo(asked);
    }

    @Test
    void shouldShowTheDefaultsInTheExample() {
        Map<String, String> defaults = Compose.defaultsOf("docker-compose.yml");
        defaults.putAll(Compose.defaultsOf("deploy/compose.kafka.yml"));
        defaults.putAll(Compose.defaultsOf("deploy/compose.providers.yml"));
        assertThat(DotEnv.example()).isEqualTo(defaults);
    }

    @Test
    void shouldNotInventVariablesInTheExample() {
        Set<String> ofSeed = Settings.documentedBy(SeedConfig::from).keySet();
        DotEnv.example().keySet().stream()
                .filter(name -> !OF_COMPOSE.contains(name) && !ofSeed.contains(name))
                .forEach(name -> assertThat(DeployedService.values())
                        .as(name)
                        .anyMatch(service -> service.unknownAmong(Set.of(name)).isEmpty()));
    }

    private static Map<String, String> environment(String service) {
        return Compose.read("docker-compose.yml", DotEnv.example()).environmentOf(service);
    }

    private static Map<String, String> withSecretsHere(Map<String, String> environment) {
        Map<String, String> here = new TreeMap<>(environment);
        here.replaceAll((name, value) -> value.replace("/run/secrets", secrets.toString()));
        return here;
    }
}
