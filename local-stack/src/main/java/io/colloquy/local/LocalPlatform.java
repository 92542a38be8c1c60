package io.colloquy.local;

import io.colloquy.ingest.IngestService;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.MigrateMain;
import io.colloquy.platform.database.MigrationConfig;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.schemas.registry.ContractRegistration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * The whole platform on this machine: the embedded stack and all five services in this process, migrated, seeded and ready.
 *
 * <p>Closing stops the public door first, then the other services at the same time, then the components.
 */
public final class LocalPlatform implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);

    private final EmbeddedStack stack;
    private final LocalEnvironment environment;
    private final LocalUsers users;
    private final Map<Service, AutoCloseable> services = new EnumMap<>(Service.class);
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    private LocalPlatform(EmbeddedStack stack, LocalEnvironment environment, LocalUsers users) {
        this.stack = stack;
        this.environment = environment;
        this.users = users;
    }

    /**
     * Starts everything and returns when every service says that it is ready; on a failure stops what has started.
     *
     * @param caller variables of whoever starts it; {@code COLLOQUY_} ones reach the services
     * @throws StackException with one sentence that says what is missing
     */
    public static LocalPlatform start(
            StackHome home,
            StackPorts ports,
            ServicePorts servicePorts,
            Map<String, String> caller,
            Progress progress) {
        return start(home, ports, servicePorts, caller, progress, EnumSet.allOf(Service.class));
    }

    /**
     * As {@link #start(StackHome, StackPorts, ServicePorts, Map, Progress)}, but with some of the services: the others can
     * be started as processes of their own, see {@link #environment()}.
     *
     * @param wanted among them {@link Service#INGEST}, which seeds the users
     */
    public static LocalPlatform start(
            StackHome home,
            StackPorts ports,
            ServicePorts servicePorts,
            Map<String, String> caller,
            Progress progress,
            Set<Service> wanted) {
        EmbeddedStack.requireNoneOn(home); // Otherwise its own ports would seem to be somebody else's.
        servicePorts.requireFree();
        EmbeddedStack stack = EmbeddedStack.start(home, ports, progress);
        LocalPlatform platform = new LocalPlatform(
                stack, new LocalEnvironment(stack, home, servicePorts, caller), new LocalUsers(home, caller));
        try {
            platform.migrate();
            platform.putContract();
            platform.startServices(progress, wanted);
            return platform;
        } catch (RuntimeException e) {
            Thread.interrupted(); // Stopping takes its time, also after an interrupt.
            platform.close();
            throw e;
        }
    }

    public EmbeddedStack stack() {
        return stack;
    }

    /** The variables under which one of the services would run as its own process. */
    public LocalEnvironment environment() {
        return environment;
    }

    /** Where a browser finds the service. */
    public String url(Service service) {
        return environment.url(service);
    }

    /** One user of each role. */
    public List<SignIn> signIns() {
        return users.signIns();
    }

    /** One more candidate; the same number gives the same one. */
    public SignIn candidate(int number) {
        return users.candidate(ingest().identitySeed(), number);
    }

    /** Stops one service that runs in this process; its port and its data are free for a process of its own. */
    public void stop(Service service) {
        AutoCloseable running = services.remove(service);
        if (running != null) {
            SideBySide.closeTogether(List.of(running));
        }
    }

    /** Starts a service that {@link #stop} has stopped, and returns when it is ready. */
    public void start(Service service) {
        services.put(service, begin(service));
        Readiness.await(service.id(), url(service), READY_TIMEOUT);
    }

    /** Completes when a service has run into something after which it cannot go on. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    /** All addresses, by the name that people read. */
    RunState state() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            addresses.put(service.title(), url(service));
        }
        addresses.putAll(RunState.of(stack).addresses());
        return new RunState(addresses);
    }

    @Override
    public void close() {
        SideBySide.closeTogether(running(service -> service == Service.INGEST));
        SideBySide.closeTogether(running(service -> service != Service.INGEST));
        stack.close();
    }

    private void migrate() {
        try {
            MigrateMain.run(new MigrationConfig(
                    stack.jdbcUrl(),
                    stack.superuser(),
                    new Secret(stack.superuserPassword()),
                    environment.databasePasswords()));
        } catch (SQLException e) {
            throw new StackException("Expected to migrate the database, but: " + e.getMessage(), e);
        }
    }

    /** Each service would do it, too; once beforehand is quicker than five times at once. */
    private void putContract() {
        KafkaConfig kafka = Settings.read(environment.of(Service.INGEST), KafkaConfig::from);
        TopicAdmin.ensure(kafka);
        ContractRegistration.register(kafka.registryClient());
    }

    private void startServices(Progress progress, Set<Service> wanted) {
        SideBySide starts = new SideBySide(progress);
        try {
            Map<Service, Future<AutoCloseable>> begun = new EnumMap<>(Service.class);
            for (Service service : wanted) {
                begun.put(service, starts.start(service.id(), () -> begin(service)));
            }
            begun.forEach((service, future) -> services.put(service, starts.await(service.id(), future)));
            starts.done();
        } catch (RuntimeException e) {
            starts.abandon();
            services.clear();
            throw e;
        }
        users.seed(ingest().identitySeed());
        wanted.forEach(service -> Readiness.await(service.id(), url(service), READY_TIMEOUT));
    }

    private AutoCloseable begin(Service service) {
        return ServiceStart.inThisProcess(service, environment.of(service), failure::complete);
    }

    private IngestService ingest() {
        return (IngestService) services.get(Service.INGEST);
    }

    private List<AutoCloseable> running(Predicate<Service> which) {
        return services.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
