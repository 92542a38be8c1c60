package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.ingest.seed.SeedConfig;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.MigrationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rendered chart, held against what each service reads. */
class ChartEnvironmentTest {
    private static final Chart DEFAULTS = Chart.withDefaults();
    private static final Chart PRODUCTION = Chart.forProduction();

    @TempDir
    Path secrets;

    @ParameterizedTest
    @EnumSource
    void shouldSetOnlyWhatTheServiceReads(DeployedService service) {
        assertThat(service.unknownAmong(environment(DEFAULTS, service).keySet()))
                .isEmpty();
        assertThat(service.unknownAmong(environment(PRODUCTION, service).keySet()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSetEverythingThatTheServiceRequires(DeployedService service) {
        assertThat(service.missingAmong(environment(DEFAULTS, service).keySet()))
                .isEmpty();
        assertThat(service.missingAmong(environment(PRODUCTION, service).keySet()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSetValuesThatTheServiceAccepts(DeployedService service) {
        assertThatCode(() -> service.read(withSecretsHere(environment(DEFAULTS, service))))
                .doesNotThrowAnyException();
        assertThatCode(() -> service.read(withSecretsHere(environment(PRODUCTION, service))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void shouldUseFortyEightPartitionsWhereTopicsAreMade(DeployedService service) {
        // given
        Map<String, String> environment = environment(DEFAULTS, service);

        // then
        if (service.documented().containsKey("COLLOQUY_PARTITIONS")) {
            assertThat(environment)
                    .containsEntry("COLLOQUY_PARTITIONS", "48")
                    .containsEntry("COLLOQUY_REPLICATION", "3");
        }
    }

    @Test
    void shouldMigrateWithVariablesThatAreRead() {
        for (JsonNode container :
                Chart.containers(DEFAULTS.ofKind("Job").getFirst().at("/spec/template/spec"))) {
            Map<String, String> environment = Chart.environment(container);
            Map<String, String> read = Settings.documentedBy(MigrationConfig::from);
            assertThat(environment.keySet())
                    .filteredOn(name -> !name.equals("COLLOQUY_LOG_LEVEL"))
                    .allSatisfy(name -> assertThat(read).containsKey(name.replaceFirst("_FILE$", "")));
            assertThatCode(() -> Settings.read(withSecretsHere(environment), MigrationConfig::from))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldSeedWithVariablesThatAreRead() {
        // given
        Chart chart = Chart.render(
                Chart.command().set("firstAdministrator.enabled", "true").set("firstAdministrator.hook", "false"));
        JsonNode job = chart.ofKind("Job").stream()
                .filter(manifest -> Chart.component(manifest).equals("first-administrator"))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = Chart.environment(Chart.container(job));
        Map<String, String> read = Settings.documentedBy(SeedConfig::from);

        // then
        assertThat(environment.keySet())
                .filteredOn(name -> !name.equals("COLLOQUY_LOG_LEVEL"))
                .allSatisfy(name -> assertThat(read).containsKey(name.replaceFirst("_FILE$", "")));
        assertThatCode(() -> Settings.read(withSecretsHere(environment), SeedConfig::from))
                .doesNotThrowAnyException();
    }

    private static Map<String, String> environment(Chart chart, DeployedService service) {
        return Chart.environment(Chart.container(chart.deployment(service.id())));
    }

    /** A file stands where each secret would be mounted, and a URL where one is injected. */
    private Map<String, String> withSecretsHere(Map<String, String> environment) {
        Map<String, String> here = new TreeMap<>(environment);
        here.replaceAll((name, value) -> value.startsWith("/run/secrets/") ? file(value) : value);
        here.replace("COLLOQUY_REDIS", "(secret)", "redis://:some-password@redis:6379");
        return here;
    }

    private String file(String mounted) {
        try {
            Path file = secrets.resolve(Path.of(mounted).getFileName());
            return Files.writeString(file, "a-long-enough-secret").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
