package io.colloquy.local;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.database.LoginRole;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment variables under which a service works with this stack, whether as an object or as a process of its own:
 * the same that a container gets. Other {@code COLLOQUY_} variables of the caller pass through.
 */
public final class LocalEnvironment {
    private static final String PREFIX = "COLLOQUY_";

    private final EmbeddedStack stack;
    private final StackHome home;
    private final ServicePorts ports;
    private final KeyFiles keys;
    private final Map<String, String> caller;

    /**
     * @param caller the variables of whoever starts the stack
     */
    LocalEnvironment(EmbeddedStack stack, StackHome home, ServicePorts ports, Map<String, String> caller) {
        this.stack = stack;
        this.home = home;
        this.ports = ports;
        this.keys = KeyFiles.in(home);
        this.caller = caller.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that the service reads. */
    public Map<String, String> of(Service service) {
        Map<String, String> environment = new HashMap<>(caller);
        environment.putAll(connections(service));
        environment.put("COLLOQUY_HTTP_HOST", LoopbackPorts.HOST);
        environment.put("COLLOQUY_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put(
                "COLLOQUY_STATE_DIR",
                home.folder("streams").resolve(service.id()).toString());
        environment.put("COLLOQUY_MASTER_KEY_FILE", keys.masterKey().toString());
        environment.put("COLLOQUY_JWT_PUBLIC_KEY_FILE", keys.verificationKey().toString());
        environment.put("COLLOQUY_ALLOWED_ORIGINS", origins());
        environment.put("COLLOQUY_INGEST_URL", url(Service.INGEST));
        environment.put("COLLOQUY_EVALUATOR_URL", url(Service.EVALUATOR));
        environment.put("COLLOQUY_PUBLIC_URL", url(Service.INGEST));
        if (service == Service.INGEST) {
            environment.put("COLLOQUY_JWT_PRIVATE_KEY_FILE", keys.signingKey().toString());
        }
        return Map.copyOf(environment);
    }

    /** Where a browser on this machine finds it; by name, because browsers give cameras to {@code localhost}. */
    public String url(Service service) {
        return "http://localhost:" + ports.of(service);
    }

    /** The passwords of the services' login roles, by role; made at first use. */
    Map<LoginRole, Secret> databasePasswords() {
        Secrets secrets = new Secrets(home);
        return Arrays.stream(Service.values())
                .collect(Collectors.toMap(
                        Service::loginRole, service -> new Secret(secrets.password(passwordName(service)))));
    }

    private Map<String, String> connections(Service service) {
        return Map.of(
                "COLLOQUY_KAFKA", stack.kafkaBootstrap(),
                "COLLOQUY_REGISTRY", stack.registryUrl(),
                "COLLOQUY_REDIS", stack.redisUrl(),
                "COLLOQUY_JDBC_URL", stack.jdbcUrl(),
                "COLLOQUY_JDBC_USER", service.loginRole().roleName(),
                "COLLOQUY_JDBC_PASSWORD_FILE",
                        new Secrets(home).file(passwordName(service)).toString());
    }

    /** Room and board call each other, and people type either name of this machine. */
    private String origins() {
        return Stream.of(Service.INGEST, Service.REPORT)
                .flatMap(service ->
                        Stream.of(url(service), "http://%s:%d".formatted(LoopbackPorts.HOST, ports.of(service))))
                .collect(Collectors.joining(","));
    }

    private static String passwordName(Service service) {
        return "postgres-" + service.loginRole().roleName();
    }
}
