package io.colloquy.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The Helm chart, rendered. */
record Chart(List<JsonNode> manifests) {
    private static final String PRODUCTION = "helm/colloquy/ci/production-values.yaml";

    static Helm source() {
        return new Helm(Repository.path("helm/colloquy"));
    }

    static Chart withDefaults() {
        return render(command());
    }

    static Chart forProduction() {
        return render(command().withValuesFile(Repository.path(PRODUCTION)));
    }

    /** A rendering by default values; the migration is shown as a plain job, since hooks are not part of what Helm prints. */
    static TemplateCommand command() {
        return source().template()
                .withName("demo")
                .withNamespace("interviews")
                .withKubeVersion("1.30.0")
                .set("migration.hook", "false");
    }

    static Chart render(TemplateCommand command) {
        return new Chart(Yaml.documents(command.call()));
    }

    List<JsonNode> ofKind(String kind) {
        return manifests.stream()
                .filter(manifest -> kind.equals(manifest.path("kind").asText()))
                .toList();
    }

    JsonNode deployment(String component) {
        return ofKind("Deployment").stream()
                .filter(manifest -> component.equals(component(manifest)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected a Deployment of " + component + ", but there is none"));
    }

    /** Pod specifications by name of what makes the pods. */
    Map<String, JsonNode> pods() {
        return manifests.stream()
                .filter(manifest -> manifest.at("/spec/template/spec").isObject())
                .collect(Collectors.toMap(
                        manifest -> manifest.at("/metadata/name").asText(),
                        manifest -> manifest.at("/spec/template/spec")));
    }

    static List<JsonNode> containers(JsonNode pod) {
        return List.of(pod.path("initContainers"), pod.path("containers")).stream()
                .flatMap(containers -> StreamSupport.stream(containers.spliterator(), false))
                .toList();
    }

    static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    /** Variables of a container; one that comes from a secret has the value {@code (secret)}. */
    static Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new TreeMap<>();
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(),
                        variable.has("valueFrom")
                                ? "(secret)"
                                : variable.path("value").asText()));
        return environment;
    }

    static String component(JsonNode manifest) {
        return manifest.at("/metadata/labels")
                .path("app.kubernetes.io/component")
                .asText();
    }
}
