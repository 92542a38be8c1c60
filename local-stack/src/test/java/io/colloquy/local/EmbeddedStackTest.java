package io.colloquy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.schemas.registry.CachedSchemaRegistryClient;
import io.colloquy.schemas.registry.ContractRegistration;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real components: what they keep, what they refuse, and what is left of a killed stack. */
class EmbeddedStackTest {
    /** Unpacked binaries are shared by all tests of this build and go with {@code clean}. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "COLLOQUY_HOME", Path.of("target", "colloquy-home").toAbsolutePath().toString());

    @TempDir
    Path folder;

    @Test
    void shouldKeepEverythingOverARestart() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        try (EmbeddedStack stack = start(home)) {
            new StackProbe(stack).write("kept");
        }

        // when
        try (EmbeddedStack stack = start(home)) {
            StackProbe probe = new StackProbe(stack);

            // then
            assertThat(probe.kafka()).isEqualTo("kept");
            assertThat(probe.registrySubjects()).contains("probe-value");
            assertThat(probe.registryCompatibility()).contains("BACKWARD_TRANSITIVE");
            assertThat(probe.postgres("SELECT fact FROM probe")).isEqualTo("kept");
            assertThat(probe.postgres("SHOW fsync")).isEqualTo("on");
            assertThat(probe.redis()).isEqualTo("kept");
            assertThatThrownBy(() -> DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void shouldReapWhatAKilledStackLeftBehindAndFindItsData() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        Process victim = startElsewhere(home, "survived");
        List<ProcessHandle> orphans = victim.descendants().toList();
        ProcessHandle redis =
                ChildProcess.find(home.processFile("redis"), home.data()).orElseThrow();
        ProcessHandle postgres = ChildProcess.find(home.folder("postgres").resolve("postmaster.pid"), home.data())
                .orElseThrow();
        ProcessHandle registry =
                ChildProcess.find(home.processFile("registry"), home.data()).orElseThrow();
        victim.destroyForcibly().waitFor();
        assertThat(List.of(redis, postgres, registry)).allMatch(ProcessHandle::isAlive);

        // when
        try (EmbeddedStack stack = start(home)) {
            StackProbe probe = new StackProbe(stack);

            // then
            assertThat(List.of(redis, postgres, registry)).noneMatch(ProcessHandle::isAlive);
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(probe.kafka()).isEqualTo("survived");
            assertThat(probe.registrySubjects()).contains("probe-value");
            assertThat(probe.postgres("SELECT fact FROM probe")).isEqualTo("survived");
            assertThat(probe.redis()).isEqualTo("survived");
        }
    }

    @Test
    void shouldTakeTheContractFromManyServicesAtOnce() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        try (EmbeddedStack stack = start(home);
                ExecutorService services = Executors.newFixedThreadPool(5)) {
            URI registry = URI.create(stack.registryUrl());
            Callable<Boolean> registration = () -> {
                ContractRegistration.register(new CachedSchemaRegistryClient(registry));
                return true;
            };

            // when
            List<Future<Boolean>> registrations = services.invokeAll(Collections.nCopies(5, registration));

            // then
            for (Future<Boolean> done : registrations) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void shouldNameTheTakenPortAndTheVariableThatMovesIt() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        StackPorts ports = StackPorts.free();
        try (ServerSocket squatter = new ServerSocket(ports.redis(), 1, InetAddress.getLoopbackAddress())) {

            // when, then
            assertThatThrownBy(() -> EmbeddedStack.start(home, ports, Progress.silent()))
                    .isInstanceOf(StackException.class)
                    .hasMessage(
                            "Expected port %d to be free for Redis, but another process listens on it;"
                                    + " set COLLOQUY_REDIS_PORT to move it",
                            squatter.getLocalPort());
        }
    }

    @Test
    void shouldRefuseASecondStackOnTheSameData() throws Exception {
        // given
        StackHome home = StackHome.at(folder, ENVIRONMENT);
        try (HomeLock lock = HomeLock.tryAcquire(home).orElseThrow()) {

            // when, then
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> EmbeddedStack.start(home, StackPorts.free(), Progress.silent()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Expected no other stack");
        }
    }

    @Test
    void shouldNotTakeAStrangerForItsOwnChild() throws Exception {
        // given
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Path processFile = Files.writeString(folder.resolve("stranger.pid"), stranger.pid() + "\n");

        // when
        boolean reaped =
                ChildProcess.reap(processFile, folder, ChildProcess.StopSignal.TERM, java.time.Duration.ofSeconds(1));

        // then
        assertThat(reaped).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private static EmbeddedStack start(StackHome home) {
        return EmbeddedStack.start(home, StackPorts.free(), Progress.silent());
    }

    private static Process startElsewhere(StackHome home, String fact) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackProcess.class.getName(),
                        home.data().toString(),
                        ENVIRONMENT.get("COLLOQUY_HOME"),
                        fact)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = output.readLine();
        }
        assertThat(line).as("the line that says the other stack is ready").isNotNull();
        return process;
    }
}
