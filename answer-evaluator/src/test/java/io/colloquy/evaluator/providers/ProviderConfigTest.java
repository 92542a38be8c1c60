package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void shouldRefuseTwoProvidersOfACapabilityWithOneName() {
        // given
        Map<String, String> twice = Map.of(
                "COLLOQUY_SPEECH_URL", "https://speech.example/v1",
                "COLLOQUY_SPEECH_MODEL", "voice",
                "COLLOQUY_SPEECH_SECOND_URL", "https://other.example/v1",
                "COLLOQUY_SPEECH_SECOND_MODEL", "voice",
                "COLLOQUY_SPEECH_SECOND_NAME", "openai");

        // when, then
        assertThatThrownBy(() -> Settings.read(twice, SpeechConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("COLLOQUY_SPEECH_SECOND_NAME")
                .hasMessageContaining("both are 'openai'");
    }

    @Test
    void shouldCallAnEndpointWhatItIsCalledHere() {
        // given
        Map<String, String> ollama = Map.of(
                "COLLOQUY_OPENAI_NAME", "ollama",
                "COLLOQUY_OPENAI_URL", "http://ollama:11434/v1",
                "COLLOQUY_OPENAI_MODEL", "llama",
                "COLLOQUY_EMBEDDINGS_MODEL", "nomic-embed-text",
                "COLLOQUY_SPEECH_MODEL", "voice",
                "COLLOQUY_SPEECH_URL", "https://speech.example/v1",
                "COLLOQUY_PROVIDER_PRIVATE_HOSTS", "ollama");

        // when, then
        assertThat(Settings.read(ollama, ProviderConfig::from))
                .extracting(ProviderConfig::name)
                .containsExactly("ollama");
        assertThat(Settings.read(ollama, EmbeddingsConfig::from))
                .extracting(it -> it.endpoint().name())
                .containsExactly("ollama");
        assertThat(Settings.read(ollama, SpeechConfig::from))
                .extracting(it -> it.endpoint().name())
                .containsExactly("openai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini", "built-in-rubric", "built-in-bank", "Ollama", "a/b"})
    void shouldRefuseANameThatIsSomebodyElsesOrNone(String name) {
        assertThatThrownBy(() -> Settings.read(
                        Map.of(
                                "COLLOQUY_OPENAI_NAME", name,
                                "COLLOQUY_OPENAI_URL", "https://models.example/v1",
                                "COLLOQUY_OPENAI_MODEL", "m",
                                "COLLOQUY_GEMINI_MODEL", "gemini-flash"),
                        ProviderConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("name");
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
