package io.colloquy.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportConfigTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "COLLOQUY_JDBC_URL", "jdbc:postgresql://localhost/colloquy",
            "COLLOQUY_JDBC_PASSWORD", "password",
            "COLLOQUY_REGISTRY", "http://localhost:8085/apis/ccompat/v7",
            "COLLOQUY_MASTER_KEY", "key",
            "COLLOQUY_JWT_PUBLIC_KEY_FILE", "public.pem"));

    @Test
    void shouldHaveDefaultsForWhatMayBeLeftOut() {
        ReportConfig config = Settings.read(environment, ReportConfig::from);

        assertThat(config.http().port()).isEqualTo(8081);
        assertThat(config.database().user()).isEqualTo("colloquy_report");
        assertThat(config.ingest()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void shouldNameEverythingThatIsMissing() {
        assertThatThrownBy(() -> Settings.read(Map.of(), ReportConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(environment.keySet().toArray(String[]::new));
    }

    @Test
    void shouldRefuseANegativeWait() {
        environment.put("COLLOQUY_READ_PATIENCE", "PT-1S");

        assertThatThrownBy(() -> Settings.read(environment, ReportConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("COLLOQUY_READ_PATIENCE");
    }

    @Test
    void shouldPrintNoSecret() {
        environment.put("COLLOQUY_MASTER_KEY", "master-secret");
        environment.put("COLLOQUY_JDBC_PASSWORD", "database-secret");

        assertThat(Settings.read(environment, ReportConfig::from).toString())
                .doesNotContain("master-secret")
                .doesNotContain("database-secret");
    }
}
