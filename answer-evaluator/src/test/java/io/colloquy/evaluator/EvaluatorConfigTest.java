package io.colloquy.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorConfigTest {
    private static final Map<String, String> SMALLEST = Map.of(
            "COLLOQUY_KAFKA", "localhost:9092",
            "COLLOQUY_REGISTRY", "http://localhost:8085",
            "COLLOQUY_JDBC_URL", "jdbc:postgresql://localhost/colloquy",
            "COLLOQUY_JDBC_PASSWORD", "secret-password",
            "COLLOQUY_MASTER_KEY", "secret-key",
            "COLLOQUY_JWT_PUBLIC_KEY_FILE", "key.pem",
            "COLLOQUY_STATE_DIR", "state");

    @Test
    void shouldTakeDefaults() {
        // when
        EvaluatorConfig config = Settings.read(SMALLEST, EvaluatorConfig::from);

        // then
        assertThat(config.retries().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.calls()).isEqualTo(64);
        assertThat(config.toString()).doesNotContain("secret-password", "secret-key");
    }

    @Test
    void shouldRefuseToCallNobody() {
        // given
        Map<String, String> environment = new HashMap<>(SMALLEST);
        environment.put("COLLOQUY_EVALUATOR_CALLS", "0");

        // when, then
        assertThatThrownBy(() -> Settings.read(environment, EvaluatorConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Expected COLLOQUY_EVALUATOR_CALLS to be at least 1, but it is 0");
    }

    @Test
    void shouldNameEverythingThatIsMissing() {
        assertThatThrownBy(() -> Settings.read(Map.of(), EvaluatorConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("COLLOQUY_KAFKA")
                .hasMessageContaining("COLLOQUY_STATE_DIR");
    }
}
