package io.colloquy.local.faults;

import io.colloquy.local.EmbeddedRegistry;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Progress;
import io.colloquy.local.Service;
import io.colloquy.local.ServicePorts;
import io.colloquy.local.SignIn;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.demo.Target;
import io.colloquy.platform.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The platform that fault tests take apart and put together again; one for all of them, apart from the one that everybody
 * else shares. Limits are out of the way.
 */
final class FaultPlatform implements AutoCloseable {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "COLLOQUY_HOME",
            Path.of("target", "colloquy-home").toAbsolutePath().toString(),
            "COLLOQUY_REQUESTS_PER_MINUTE",
            "100000",
            "COLLOQUY_FRAMES_PER_SECOND",
            "100000",
            "COLLOQUY_FRAMES_LATE_AFTER",
            "1h",
            "COLLOQUY_FRAMES_MAX_AGE",
            "1h");

    private final StackHome home = StackHome.temporary(ENVIRONMENT);
    private final StackPorts ports = StackPorts.free();
    private final LocalPlatform platform =
            LocalPlatform.start(home, ports, ServicePorts.free(), ENVIRONMENT, Progress.onStandardError());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger candidates = new AtomicInteger();
    private EmbeddedRegistry registry;

    /** A candidate at work. */
    record Candidate(PublicApi api, Interview interview) {}

    LocalPlatform platform() {
        return platform;
    }

    StackHome home() {
        return home;
    }

    Target target() {
        return new Target(URI.create(platform.url(Service.INGEST)), URI.create(platform.url(Service.REPORT)));
    }

    /** A candidate whom no other test uses. */
    SignIn newCandidate() {
        return platform.candidate(candidates.incrementAndGet());
    }

    /** One more candidate, signed in. */
    Candidate candidate(Interview.Script script) {
        return candidate(newCandidate(), script);
    }

    /** A candidate who is known already, signed in. */
    Candidate candidate(SignIn signIn, Interview.Script script) {
        PublicApi api = signedIn(signIn);
        return new Candidate(api, new Interview(api, target(), http, script, new Latencies()));
    }

    PublicApi signedIn(Role role) {
        return signedIn(platform.signIns().stream()
                .filter(signIn -> signIn.role() == role)
                .findFirst()
                .orElseThrow());
    }

    void killRegistry() {
        ProcessHandle process = registry == null ? platform.stack().registryProcess() : registry.process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** On the same port and the same data. */
    void startRegistry() {
        registry = EmbeddedRegistry.start(home, ports.registry());
    }

    private PublicApi signedIn(SignIn signIn) {
        PublicApi api = new PublicApi(http, target(), new Latencies());
        api.signIn(signIn.email(), signIn.password());
        return api;
    }

    @Override
    public void close() {
        platform.close();
        if (registry != null) {
            registry.close();
        }
        http.close();
        home.delete();
    }

    /** Hands the platform to tests; JUnit closes it after the last one. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FaultPlatform.class;
        }

        @Override
        public FaultPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(FaultPlatform.class, type -> new FaultPlatform(), FaultPlatform.class);
        }
    }
}
