package io.colloquy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate} takes from the environment. */
class MigrateCommandTest {
    @TempDir
    Path folder;

    @Test
    void shouldSetOnlyThePasswordsThatAreGivenAsVariableOrAsFile() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        Map<String, String> environment = Map.of(
                "COLLOQUY_ROLE_PASSWORD_INGEST",
                "from a variable",
                "COLLOQUY_ROLE_PASSWORD_REPORT_FILE",
                file.toString());

        // when
        Map<String, String> passwords = MigrateCommand.passwords(environment);

        // then
        assertThat(passwords)
                .containsOnly(
                        Map.entry("colloquy_ingest", "from a variable"), Map.entry("colloquy_report", "from a file"));
    }

    @Test
    void shouldNameAllThatIsMissing() {
        assertThatThrownBy(() -> MigrateCommand.read(Map.of()))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("COLLOQUY_MIGRATION_JDBC_URL")
                .hasMessageContaining("COLLOQUY_MIGRATION_JDBC_USER")
                .hasMessageContaining("COLLOQUY_MIGRATION_JDBC_PASSWORD");
    }
}
