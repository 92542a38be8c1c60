package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The edge leads every documented path to the service that documents it. */
class EdgeRoutesTest {
    private static final Pattern ROUTE = Pattern.compile("^ {4}(\\S+) +\\$\\{([A-Z_]+)};$", Pattern.MULTILINE);
    /** Each service has these; the edge shows nobody's, or at {@code /openapi.yaml} and {@code /} ingest-api's. */
    private static final Set<String> EVERYONES =
            Set.of("/health/live", "/health/ready", "/metrics", "/openapi.yaml", "/");

    @ParameterizedTest
    @EnumSource
    void shouldLeadEveryDocumentedPathToItsService(DeployedService service) throws IOException {
        for (String path : documentedPaths(service)) {
            assertThat(serviceOf(path)).as(path).isEqualTo(service);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, INGEST_API",
        "/room/, INGEST_API",
        "/ws/interviews/0190c0de-0000-7000-8000-000000000000, INGEST_API",
        "/api/v1/interviews/start, INGEST_API",
        "/api/v1/interviews/0190c0de-0000-7000-8000-000000000000/report, REPORT_SERVICE",
        "/board/board.js, REPORT_SERVICE",
        "/boardroom, INGEST_API",
    })
    void shouldLeadBrowsersToTheRightPages(String path, DeployedService service) {
        assertThat(serviceOf(path)).isEqualTo(service);
    }

    @Test
    void shouldKnowTheAddressOfEveryServiceItLeadsTo() {
        // given
        Set<String> inCompose = Compose.read("docker-compose.yml", Map.of())
                .environmentOf("edge")
                .keySet();
        Set<String> inChart = Chart.environment(
                        Chart.container(Chart.withDefaults().deployment("edge")))
                .keySet();

        // then
        assertThat(inCompose).isEqualTo(inChart);
        assertThat(inCompose).containsAll(routes().values());
        assertThat(inCompose).hasSize(Set.copyOf(routes().values()).size() + 2);
    }

    @Test
    void shouldNeverLogAQuery() {
        assertThat(Repository.text("helm/colloquy/files/edge.conf.template"))
                .doesNotContain("$request_uri")
                .doesNotContain("$args")
                .doesNotContain("\"$request\"")
                .contains("access_log /dev/stdout colloquy;")
                .contains("error_log /dev/stderr crit;");
    }

    /** As nginx's map decides: an exact path first, then regular expressions in their order, then the default. */
    private static DeployedService serviceOf(String path) {
        Map<String, String> routes = routes();
        String variable = routes.containsKey(path)
                ? routes.get(path)
                : routes.entrySet().stream()
                        .filter(route -> route.getKey().startsWith("~")
                                && Pattern.compile(route.getKey().substring(1))
                                        .matcher(path)
                                        .find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(routes.get("default"));
        return DeployedService.valueOf(variable);
    }

    private static Map<String, String> routes() {
        Map<String, String> routes = new LinkedHashMap<>();
        String configuration = Repository.text("helm/colloquy/files/edge.conf.template");
        int table = configuration.indexOf("map $uri $service {");
        Matcher matcher = ROUTE.matcher(configuration).region(table, configuration.indexOf("\n}", table));
        while (matcher.find()) {
            routes.put(matcher.group(1), matcher.group(2));
        }
        return routes;
    }

    private static List<String> documentedPaths(DeployedService service) throws IOException {
        List<String> paths = new ArrayList<>();
        try (InputStream document =
                service.configuration().getClassLoader().getResourceAsStream("openapi/" + service.id() + ".yaml")) {
            if (document == null) {
                return paths; // A service without an API of its own.
            }
            Yaml.document(new String(document.readAllBytes(), StandardCharsets.UTF_8))
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> paths.add(path.replaceAll("\\{[^}]+}", "0190c0de")));
        }
        paths.removeAll(EVERYONES);
        return paths;
    }
}
