package io.colloquy.local.support;

import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Progress;
import io.colloquy.local.Service;
import io.colloquy.local.ServicePorts;
import io.colloquy.local.SignIn;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.demo.StubProvider;
import io.colloquy.local.demo.Target;
import io.colloquy.platform.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One whole platform for all tests of a JVM: started when the first test asks for it, on free ports and in a temporary
 * folder below {@code target}, and closed after the last test.
 *
 * <p>Tests say {@code @ExtendWith(SharedPlatform.Extension.class)} and take a {@code SharedPlatform} as a parameter of
 * the constructor, of {@code @BeforeAll} or of the test.
 */
public final class SharedPlatform implements AutoCloseable {
    /** Unpacked binaries are shared by all tests of this build and go with {@code clean}. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "COLLOQUY_HOME",
            Path.of("target", "colloquy-home").toAbsolutePath().toString(),
            // How fast this machine is at the moment is not what is tested.
            "COLLOQUY_FRAMES_LATE_AFTER",
            "1m",
            "COLLOQUY_FRAMES_MAX_AGE",
            "5m");

    private final StubProvider stub = StubProvider.start(Duration.ZERO);
    private final StackHome home;
    private final LocalPlatform platform;
    private final AtomicInteger candidates = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private PublicApi interviewer;

    private SharedPlatform() {
        home = StackHome.temporary(ENVIRONMENT);
        platform = LocalPlatform.start(
                home, StackPorts.free(), ServicePorts.free(), environment(), Progress.onStandardError());
    }

    /** Answers may be spoken, to a stub; who evaluates is not changed. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        for (String capability : List.of("COLLOQUY_TRANSCRIPTION", "COLLOQUY_SPEECH")) {
            environment.put(capability + "_URL", stub.url().toString());
            environment.put(capability + "_MODEL", StubProvider.MODEL);
            environment.put(capability + "_NAME", "stub");
        }
        environment.put("COLLOQUY_PROVIDER_PRIVATE_HOSTS", stub.url().getHost());
        return environment;
    }

    /** The platform itself; nobody but this class closes it. */
    public LocalPlatform platform() {
        return platform;
    }

    /** Where a browser finds the service. */
    public String url(Service service) {
        return platform.url(service);
    }

    /** Where scripted candidates find the public doors. */
    public Target target() {
        return new Target(URI.create(url(Service.INGEST)), URI.create(url(Service.REPORT)));
    }

    /** A candidate whom no other test uses. */
    public SignIn newCandidate() {
        return platform.candidate(candidates.incrementAndGet());
    }

    /** The seeded user of that role; shared by all tests, rate limit included. */
    public SignIn signIn(Role role) {
        return platform.signIns().stream()
                .filter(signIn -> signIn.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Signed in as the seeded interviewer once for all tests: sign-ins are counted. */
    public synchronized PublicApi interviewer() {
        if (interviewer == null) {
            SignIn signIn = signIn(Role.INTERVIEWER);
            interviewer = new PublicApi(http, target(), new Latencies());
            interviewer.signIn(signIn.email(), signIn.password());
        }
        return interviewer;
    }

    @Override
    public void close() {
        http.close();
        platform.close();
        stub.close();
        home.delete();
    }

    /** Hands the platform to tests; JUnit closes what its root store holds after the last test. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedPlatform.class;
        }

        @Override
        public SharedPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(SharedPlatform.class, type -> new SharedPlatform(), SharedPlatform.class);
        }
    }
}
