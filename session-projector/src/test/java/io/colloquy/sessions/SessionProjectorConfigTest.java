package io.colloquy.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionProjectorConfigTest {

    @Test
    void shouldReadTheEnvironmentWithDefaults() {
        SessionProjectorConfig config = Settings.read(
                Map.of(
                        "COLLOQUY_KAFKA", "localhost:9092",
                        "COLLOQUY_REGISTRY", "http://localhost:8085/apis/ccompat/v7",
                        "COLLOQUY_JDBC_URL", "jdbc:postgresql://localhost/colloquy",
                        "COLLOQUY_JDBC_PASSWORD", "secret",
                        "COLLOQUY_REDIS", "redis://localhost:6379",
                        "COLLOQUY_STATE_DIR", "/var/lib/colloquy"),
                SessionProjectorConfig::from);

        assertThat(config.readModel().user()).isEqualTo("colloquy_projector");
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.http().port()).isEqualTo(8084);
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void shouldNameAllThatIsMissingAtOnce() {
        assertThatThrownBy(() -> Settings.read(Map.of(), SessionProjectorConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("COLLOQUY_KAFKA", "COLLOQUY_REDIS", "COLLOQUY_STATE_DIR");
    }
}
