package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the code does; {@code -Dcolloquy.golden=write} writes it anew. */
class ConfigurationPageTest {
    private static final String PAGE = "docs/configuration.md";

    @Test
    void shouldBeCurrent() throws IOException {
        // given
        String expected = new ConfigurationPage().text();
        if ("write".equals(System.getProperty("colloquy.golden"))) {
            Files.writeString(Repository.path(PAGE), expected);
        }

        // then
        assertThat(Repository.text(PAGE)).isEqualTo(expected);
    }
}
