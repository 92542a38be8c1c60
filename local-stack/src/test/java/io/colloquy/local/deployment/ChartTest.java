package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart by itself: lints, renders, and asks for no more rights than it needs. */
class ChartTest {
    private static final Chart DEFAULTS = Chart.withDefaults();
    private static final Chart PRODUCTION = Chart.forProduction();

    static Stream<Chart> renderings() {
        return Stream.of(DEFAULTS, PRODUCTION);
    }

    @Test
    void shouldLint() {
        // when
        LintResult result = Chart.source().lint().strict().call();

        // then
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldDeployTheFiveServicesAndTheEdge(Chart chart) {
        // given
        Set<String> expected = Arrays.stream(DeployedService.values())
                .map(DeployedService::id)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("edge");

        // then
        for (String kind : List.of("Deployment", "Service", "PodDisruptionBudget")) {
            assertThat(chart.ofKind(kind).stream().map(Chart::component))
                    .as(kind)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldProbeHealth(DeployedService service) {
        // given
        JsonNode container = Chart.container(DEFAULTS.deployment(service.id()));

        // then
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        assertThat(container.at("/ports/0/containerPort").asText())
                .isEqualTo(Chart.environment(container).get("COLLOQUY_HTTP_PORT"));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldRunAsNobodyWithoutRights(Chart chart) {
        assertThat(chart.pods()).hasSize(7);
        chart.pods().forEach((name, pod) -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(Chart.containers(pod)).isNotEmpty().allSatisfy(container -> {
                JsonNode context = container.path("securityContext");
                assertThat(context.path("runAsNonRoot").asBoolean()).isTrue();
                assertThat(context.path("runAsUser").asInt()).isPositive();
                assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldBoundWhatEveryContainerTakes(Chart chart) {
        chart.pods().values().stream()
                .flatMap(pod -> Chart.containers(pod).stream())
                .forEach(container -> {
                    assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                    assertThat(container.at("/resources/requests/memory").asText())
                            .isNotEmpty();
                    assertThat(container.at("/resources/limits/memory").asText())
                            .isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldHoldNoSecretItself(Chart chart) {
        // then
        assertThat(chart.ofKind("Secret")).isEmpty();
        chart.pods().values().stream()
                .flatMap(pod -> Chart.containers(pod).stream())
                .flatMap(container -> StreamSupport.stream(container.path("env").spliterator(), false))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> assertThat(variable.path("name").asText())
                        .doesNotMatch(".*(PASSWORD|MASTER_KEY|PRIVATE_KEY|SECRET|TOKEN)(_[A-Z]+(?<!_FILE))?"));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldMountEveryFileThatAVariableNames(Chart chart) {
        chart.pods().forEach((name, pod) -> {
            Set<String> mounted = StreamSupport.stream(pod.path("volumes").spliterator(), false)
                    .flatMap(volume -> volume.at("/projected/sources").findValues("path").stream())
                    .map(path -> "/run/secrets/colloquy/" + path.asText())
                    .collect(Collectors.toSet());
            Set<String> named = Chart.containers(pod).stream()
                    .flatMap(container -> Chart.environment(container).values().stream())
                    .filter(value -> value.startsWith("/run/secrets/"))
                    .collect(Collectors.toSet());
            assertThat(mounted).as(name).isEqualTo(named);
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldMountOnlyVolumesThatAreThere(Chart chart) {
        chart.pods().forEach((name, pod) -> {
            Set<String> declared =
                    pod.path("volumes").findValuesAsText("name").stream().collect(Collectors.toSet());
            Chart.containers(pod)
                    .forEach(container -> assertThat(
                                    container.path("volumeMounts").findValuesAsText("name"))
                            .as(name)
                            .isSubsetOf(declared));
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void shouldSelectItsOwnPods(Chart chart) {
        for (String kind : List.of("Service", "PodDisruptionBudget", "Deployment")) {
            chart.ofKind(kind).forEach(manifest -> {
                JsonNode selector = kind.equals("Service")
                        ? manifest.at("/spec/selector")
                        : manifest.at("/spec/selector/matchLabels");
                JsonNode labels = chart.deployment(Chart.component(manifest)).at("/spec/template/metadata/labels");
                assertThat(selector).isNotEmpty();
                selector.properties()
                        .forEach(
                                label -> assertThat(labels.path(label.getKey())).isEqualTo(label.getValue()));
            });
        }
    }

    @Test
    void shouldLeadOneOriginToTheEdge() {
        // given
        JsonNode ingress = PRODUCTION.ofKind("Ingress").getFirst();

        // then
        assertThat(ingress.at("/spec/rules")).hasSize(1);
        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("interviews.example.com");
        assertThat(ingress.at("/spec/rules/0/http/paths")).hasSize(1);
        assertThat(ingress.at("/spec/rules/0/http/paths/0/backend/service/name").asText())
                .isEqualTo("demo-colloquy-edge");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("interviews-tls");
    }

    @Test
    void shouldGiveTheEdgeAddressesOfServicesThatAreThere() {
        // given
        Map<String, String> environment = Chart.environment(Chart.container(DEFAULTS.deployment("edge")));
        Set<String> addresses = DEFAULTS.ofKind("Service").stream()
                .map(service -> service.at("/metadata/name").asText() + ".interviews.svc.cluster.local:"
                        + service.at("/spec/ports/0/port").asText())
                .collect(Collectors.toSet());

        // then
        assertThat(environment).hasSize(6);
        environment.forEach((name, value) -> {
            if (!name.startsWith("NGINX_") && !name.equals("TRUSTED_PROXIES")) {
                assertThat(addresses).contains(value);
            }
        });
    }

    @Test
    void shouldMigrateBeforeInstallAndUpgrade() {
        // given
        JsonNode job = DEFAULTS.ofKind("Job").getFirst();
        JsonNode pod = job.at("/spec/template/spec");

        // then
        assertThat(Repository.text("helm/colloquy/templates/migration.yaml"))
                .contains("helm.sh/hook: pre-install,pre-upgrade");
        assertThat(Chart.withDefaults().ofKind("Job")).hasSize(1);
        assertThat(Chart.render(Chart.command().set("migration.hook", "true")).ofKind("Job"))
                .as("hooks are not part of the manifests")
                .isEmpty();
        assertThat(Chart.containers(pod))
                .extracting(container -> container.path("image").asText())
                .containsExactly("colloquy/ingest-api:0.1.0", "colloquy/session-projector:0.1.0");
        assertThat(Chart.containers(pod))
                .allSatisfy(container -> assertThat(container.at("/args/0").asText())
                        .isEqualTo("io.colloquy.platform.database.MigrateMain"));
        // A hook runs before the chart's own service account is there.
        assertThat(pod.has("serviceAccountName")).isFalse();
    }

    @Test
    void shouldScaleOnlyWhatIsAskedFor() {
        assertThat(DEFAULTS.ofKind("HorizontalPodAutoscaler")).isEmpty();
        assertThat(PRODUCTION.ofKind("HorizontalPodAutoscaler"))
                .extracting(Chart::component)
                .containsExactlyInAnyOrder("ingest-api", "report-service", "frame-processor");
        PRODUCTION.ofKind("HorizontalPodAutoscaler").forEach(scaler -> {
            JsonNode deployment = PRODUCTION.deployment(Chart.component(scaler));
            assertThat(scaler.at("/spec/scaleTargetRef/name")).isEqualTo(deployment.at("/metadata/name"));
            assertThat(deployment.path("spec").has("replicas"))
                    .as("replicas belong to the autoscaler")
                    .isFalse();
        });
    }

    @Test
    void shouldScaleByLagWhereStreamsRun() {
        // when
        Map<String, String> metrics = PRODUCTION.ofKind("HorizontalPodAutoscaler").stream()
                .collect(Collectors.toMap(
                        Chart::component,
                        scaler -> scaler.at("/spec/metrics/0/type").asText()));

        // then
        assertThat(metrics)
                .isEqualTo(Map.of("ingest-api", "Resource", "report-service", "Resource", "frame-processor", "Pods"));
    }

    @Test
    void shouldUpgradeOneServiceBeforeTheOthers() {
        // when
        Chart chart = Chart.render(Chart.command().set("services.session-projector.tag", "0.2.0"));

        // then
        assertThat(Chart.container(chart.deployment("session-projector"))
                        .path("image")
                        .asText())
                .endsWith("session-projector:0.2.0");
        assertThat(Chart.container(chart.deployment("ingest-api")).path("image").asText())
                .endsWith("ingest-api:0.1.0");
    }

    @Test
    void shouldPlacePodsWhereToldTo() {
        // when
        Chart chart = Chart.render(Chart.command().set("nodeSelector.disk", "fast"));

        // then
        assertThat(chart.pods().values()).allSatisfy(pod -> {
            assertThat(pod.at("/nodeSelector/disk").asText()).isEqualTo("fast");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "publicUrl, colloquy.example.com",
        "publicUrl, https://colloquy.example.com/path",
        "redis.url, redis://:password@redis:6379",
        "postgres.jdbcUrl, jdbc:postgresql://postgres/colloquy?password=open",
        "kafka.partitions, none",
        "services.ingest-api.env.COLLOQUY_JDBC_PASSWORD, open",
    })
    void shouldRefuseValuesThatCannotBeMeant(String value, String setting) {
        assertThatThrownBy(() -> Chart.command().set(value, setting).call()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldAskForAGpuAndChooseItTogether() {
        // when
        Chart chart = Chart.render(Chart.command().set("services.frame-processor.gpus", "1"));

        // then
        JsonNode frames = Chart.container(chart.deployment("frame-processor"));
        assertThat(frames.at("/resources/limits/nvidia.com~1gpu").asInt()).isEqualTo(1);
        assertThat(frames.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(Chart.environment(frames)).containsEntry("COLLOQUY_TENSORFLOW_DEVICE", "gpu");
    }

    @Test
    void shouldComputeOnTheProcessorByDefault() {
        assertThat(DEFAULTS.ofKind("Deployment")).map(Chart::container).allSatisfy(container -> {
            assertThat(container.path("resources").toString()).doesNotContain("gpu");
            assertThat(Chart.environment(container)).doesNotContainKey("COLLOQUY_TENSORFLOW_DEVICE");
        });
    }
}
