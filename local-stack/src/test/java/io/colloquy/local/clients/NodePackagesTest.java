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
                .forEach(entry -> assertThat(entry.getValue())
                        .as(entry.getKey())
                        .matches(node -> node.hasNonNull("version"), "has a version")
                        .matches(node -> node.hasNonNull("integrity"), "has a hash")
                        .matches(node -> !node.has("resolved"), "names no registry"));
    }
}
