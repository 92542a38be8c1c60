package io.colloquy.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodePackagesTest {
    private static final Path LOCK = Path.of("src", "test", "node", "package-lock.json");

    @Test
    void shouldPinEveryPackageByItsHashAndNameNoRegistry() throws IOException {
        // when
        JsonNode packages = Json.MAPPER.readTree(LOCK.toFile()).path("packages");

        // then
        assertThat(packages.size()).isGreaterThan(3);
        packages.properties().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .forEach(entry -> check(entry.getKey(), entry.getValue()));
    }

    private static void check(String name, JsonNode entry) {
        assertThat(entry.hasNonNull("version")).as("%s has a version", name).isTrue();
        assertThat(entry.hasNonNull("integrity")).as("%s has a hash", name).isTrue();
        assertThat(entry.has("resolved")).as("%s names a registry", name).isFalse();
    }
}
