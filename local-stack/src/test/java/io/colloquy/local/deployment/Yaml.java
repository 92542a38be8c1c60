package io.colloquy.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as trees of JSON; anchors and merge keys are resolved. */
final class Yaml {
    private Yaml() {}

    static JsonNode document(String text) {
        return documents(text).getFirst();
    }

    static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        Iterable<Object> loaded = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text);
        return StreamSupport.stream(loaded.spliterator(), false)
                .filter(Objects::nonNull)
                .<JsonNode>map(Json.MAPPER::valueToTree)
                .toList();
    }
}
