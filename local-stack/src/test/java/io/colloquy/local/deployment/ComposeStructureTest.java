package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docker-compose.yml by itself: valid by the published schema, and whole. */
class ComposeStructureTest {
    private static final Compose COMPOSE = Compose.read("docker-compose.yml", Map.of());
    private static final Set<String> ONCE = Set.of("migrate-identity", "migrate-read-model", "first-administrator");

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "deploy/compose.kafka.yml"})
    void shouldFollowTheComposeSpecification(String file) throws IOException {
        // given
        JsonNode schema = resource("compose.schema.json");
        ((ObjectNode) schema).remove("$id"); // It is no absolute URI.
        JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);

        // when
        var problems = rules.validate(Compose.read(file, Map.of()).tree());

        // then
        assertThat(problems).isEmpty();
    }

    @Test
    void shouldRunAllFiveServicesAndWhatTheyStandOn() {
        // when
        Set<String> names = names(COMPOSE.services());

        // then
        assertThat(names)
                .contains("kafka", "registry", "postgres", "redis", "edge")
                .containsAll(ONCE);
        assertThat(names)
                .containsAll(Arrays.stream(DeployedService.values())
                        .map(DeployedService::id)
                        .toList());
    }

    @Test
    void shouldBuildEachServiceFromTheOneDockerfile() {
        for (DeployedService service : DeployedService.values()) {
            JsonNode built = COMPOSE.services().path(service.id());
            assertThat(built.at("/build/args/SERVICE").asText()).isEqualTo(service.id());
            assertThat(built.path("image").asText()).contains("/" + service.id() + ":");
        }
    }

    @Test
    void shouldWatchTheHealthOfEverythingThatStays() {
        COMPOSE.services().properties().stream()
                .filter(service -> !ONCE.contains(service.getKey()))
                .forEach(service -> assertThat(service.getValue().at("/healthcheck/test"))
                        .as(service.getKey())
                        .isNotEmpty());
    }

    @Test
    void shouldWaitForHealthOrForTheEndOfWhatRunsOnce() {
        COMPOSE.services()
                .properties()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .properties()
                        .forEach(needed -> assertThat(
                                        needed.getValue().path("condition").asText())
                                .as(service.getKey() + " needs " + needed.getKey())
                                .isEqualTo(
                                        ONCE.contains(needed.getKey())
                                                ? "service_completed_successfully"
                                                : "service_healthy")));
    }

    @Test
    void shouldStartInSomeOrder() {
        // given
        Map<String, Set<String>> waiting = new HashMap<>();
        COMPOSE.services()
                .properties()
                .forEach(service ->
                        waiting.put(service.getKey(), names(service.getValue().path("depends_on"))));
        List<String> started = new ArrayList<>();

        // when
        while (waiting.entrySet().stream().anyMatch(entry -> started.containsAll(entry.getValue()))) {
            List<String> next = waiting.entrySet().stream()
                    .filter(entry -> started.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            started.addAll(next);
            next.forEach(waiting::remove);
        }

        // then
        assertThat(waiting).isEmpty();
    }

    @Test
    void shouldOpenNoPortButTheEdges() {
        List<String> open = COMPOSE.services().properties().stream()
                .filter(service -> service.getValue().has("ports"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(open).containsExactly("edge");
        assertThat(COMPOSE.tree().at("/networks/inside/internal").asBoolean()).isTrue();
        assertThat(COMPOSE.services().path("edge").path("ports").get(0).asText())
                .isEqualTo("127.0.0.1:8080:8080");
    }

    @Test
    void shouldDeclareWhatItUsesAndUseWhatItDeclares() {
        for (String kind : List.of("secrets", "volumes", "networks")) {
            Set<String> used = new HashSet<>();
            COMPOSE.services()
                    .forEach(service -> texts(service.path(kind))
                            .filter(entry -> !entry.startsWith("./"))
                            .forEach(entry -> used.add(entry.split(":", 2)[0])));
            assertThat(names(COMPOSE.tree().path(kind))).as(kind).isEqualTo(used);
        }
    }

    @Test
    void shouldMountOnlyFilesThatAreThere() {
        COMPOSE.services()
                .forEach(service -> texts(service.path("volumes"))
                        .filter(entry -> entry.startsWith("./"))
                        .forEach(entry -> assertThat(Files.exists(Repository.path(entry.split(":", 2)[0])))
                                .as(entry)
                                .isTrue()));
    }

    @Test
    void shouldGiveSecretsAsFilesOnly() {
        COMPOSE.tree()
                .path("secrets")
                .forEach(secret -> assertThat(secret.path("file").asText()).startsWith("./deploy/secrets/"));
        names(COMPOSE.services())
                .forEach(service -> assertThat(COMPOSE.environmentOf(service).keySet())
                        .as(service)
                        .noneMatch(
                                name -> name.endsWith("PASSWORD") || name.endsWith("_KEY") || name.endsWith("SECRET")));
    }

    @Test
    void shouldMountEverySecretThatAVariableNames() {
        names(COMPOSE.services()).forEach(service -> {
            Set<String> mounted = new HashSet<>();
            texts(COMPOSE.services().path(service).path("secrets")).forEach(mounted::add);
            List<String> named = COMPOSE.environmentOf(service).values().stream()
                    .filter(value -> value.startsWith("/run/secrets/"))
                    .map(value -> value.substring("/run/secrets/".length()))
                    .toList();
            assertThat(mounted).as(service).containsAll(named);
        });
    }

    @Test
    void shouldTakeRightsFromOurContainers() {
        for (DeployedService service : DeployedService.values()) {
            JsonNode container = COMPOSE.services().path(service.id());
            assertThat(container.path("read_only").asBoolean()).isTrue();
            assertThat(texts(container.path("cap_drop"))).containsExactly("ALL");
            assertThat(texts(container.path("security_opt"))).contains("no-new-privileges:true");
        }
    }

    @Test
    void shouldPinEveryImage() {
        COMPOSE.services()
                .forEach(service ->
                        assertThat(service.path("image").asText()).matches("[a-z0-9./-]+:[0-9][A-Za-z0-9.-]*"));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream stream = ComposeStructureTest.class.getResourceAsStream("/deployment/" + name)) {
            return Json.MAPPER.readTree(stream);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
