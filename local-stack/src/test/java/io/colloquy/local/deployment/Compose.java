package io.colloquy.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Compose file as {@code docker compose} would see it: anchors resolved, {@code ${NAME:-default}} filled in. */
record Compose(JsonNode tree) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z_]+)(?::-(?<fallback>[^}]*))?}");

    static Compose read(String file, Map<String, String> environment) {
        return new Compose(Yaml.document(filledIn(Repository.text(file), environment)));
    }

    /** What a file asks the environment for. */
    static Set<String> variablesOf(String file) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(Repository.text(file));
        while (matcher.find()) {
            names.add(matcher.group("name"));
        }
        return names;
    }

    /** What a file falls back on, by variable. */
    static Map<String, String> defaultsOf(String file) {
        Map<String, String> defaults = new TreeMap<>();
        Matcher matcher = VARIABLE.matcher(Repository.text(file));
        while (matcher.find()) {
            defaults.put(matcher.group("name"), matcher.group("fallback"));
        }
        return defaults;
    }

    JsonNode services() {
        return tree.path("services");
    }

    Map<String, String> environmentOf(String service) {
        Map<String, String> environment = new TreeMap<>();
        services()
                .path(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    private static String filledIn(String text, Map<String, String> environment) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(environment.getOrDefault(
                        match.group("name"), match.group("fallback") == null ? "" : match.group("fallback"))));
    }
}
