package io.colloquy.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.colloquy.ingest.socket.SocketEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every route is in the document, and the document has no other. */
class OpenApiContractTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OPERATIONS =
            Set.of("get /health/live", "get /health/ready", "get /metrics", "get /openapi.yaml");

    @Test
    void shouldDocumentEveryRouteAndNoOther() throws Exception {
        // given
        Set<String> served = new HashSet<>(OPERATIONS);
        served.add("get " + SocketEndpoints.PATH);
        for (Route route : Route.values()) {
            served.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path());
        }

        // when
        Set<String> documented = new HashSet<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        documented.add(name + " " + path.getKey());
                    }
                }));

        // then
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void shouldReferToNothingThatIsMissing() throws Exception {
        // given
        JsonNode document = document();

        // when
        List<String> references = new ArrayList<>();
        document.findValuesAsText("$ref", references);

        // then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static JsonNode document() throws IOException {
        try (InputStream resource = Route.class.getResourceAsStream("/openapi/ingest-api.yaml")) {
            return new YAMLMapper().readTree(resource);
        }
    }
}
