package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {
    @Test
    void shouldHaveNoProviderByDefault() {
        assertThat(Settings.read(Map.of(), ProviderConfig::from)).isEmpty();
    }

    @Test
    void shouldReadBothProvidersAndNeverPrintAKey() {
        // when
        List<ProviderConfig> configs = Settings.read(
                Map.of(
                        "COLLOQUY_OPENAI_URL", "http://ollama:11434/v1",
                        "COLLOQUY_OPENAI_MODEL", "llama",
                        "COLLOQUY_OPENAI_KEY", "sk-secret",
                        "COLLOQUY_PROVIDER_PRIVATE_HOSTS", "ollama",
                        "COLLOQUY_GEMINI_MODEL", "gemini-flash",
                        "COLLOQUY_GEMINI_KEY", "g-secret"),
                ProviderConfig::from);

        // then
        assertThat(configs).extracting(ProviderConfig::name).containsExactly("openai", "gemini");
        assertThat(configs.toString()).doesNotContain("sk-secret", "g-secret");
    }

    @Test
    void shouldRefuseAnOpenConnectionToAPublicHost() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of("COLLOQUY_OPENAI_URL", "http://models.example/v1", "COLLOQUY_OPENAI_MODEL", "m"),
                        ProviderConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Expected the URL of provider 'openai' to be https");
    }

    @Test
    void shouldRefuseAKeyThatIsNoHeaderWithoutShowingIt() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of(
                                "COLLOQUY_OPENAI_URL", "https://models.example/v1",
                                "COLLOQUY_OPENAI_MODEL", "m",
                                "COLLOQUY_OPENAI_KEY", "sk-secret\nX-Other: 1"),
                        ProviderConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("printable ASCII")
                .hasMessageNotContaining("sk-secret");
    }
}
