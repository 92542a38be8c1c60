package io.colloquy.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private record Sample(String name, int port, Duration pause, Secret password) {
        static Sample from(Settings settings) {
            return new Sample(
                    settings.string("NAME"),
                    settings.integer("PORT", 8080),
                    settings.duration("WAIT", Duration.ofSeconds(5)),
                    settings.secret("PASSWORD"));
        }
    }

    @Test
    void shouldReadWhatIsSetAndFallBackOtherwise() {
        Sample sample = Settings.read(Map.of("NAME", "a", "PASSWORD", "p", "WAIT", "20ms"), Sample::from);

        assertThat(sample).isEqualTo(new Sample("a", 8080, Duration.ofMillis(20), new Secret("p")));
    }

    @Test
    void shouldNameEveryOffenderAtOnce() {
        Map<String, String> environment = Map.of("PORT", "many", "WAIT", "soon");

        assertThatThrownBy(() -> Settings.read(environment, Sample::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Expected NAME to be set, but it is not")
                .hasMessageContaining("Expected PORT to be valid, but 'many' is not")
                .hasMessageContaining("Expected WAIT to be valid, but 'soon' is not")
                .hasMessageContaining("Expected PASSWORD to be set, but it is not");
    }

    @Test
    void shouldReadASecretFromAFileAndNeverPrintIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hidden\n");

        Sample sample = Settings.read(Map.of("NAME", "a", "PASSWORD_FILE", file.toString()), Sample::from);

        assertThat(sample.password().value()).isEqualTo("hidden");
        assertThat(sample.toString()).doesNotContain("hidden").contains("***");
    }

    @Test
    void shouldListWhatAReaderAsksFor() {
        assertThat(Settings.documentedBy(Sample::from))
                .containsOnlyKeys("NAME", "PORT", "WAIT", "PASSWORD")
                .containsEntry("PORT", "8080");
    }
}
