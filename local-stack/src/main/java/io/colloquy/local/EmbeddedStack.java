package io.colloquy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Kafka, schema registry, Postgres and Redis, started side by side and stopped in order.
 *
 * <p>A start first takes the data folder for itself, stops what a killed start left behind, and refuses taken ports, so
 * that nothing half-started remains. Closing stops Redis, the registry, Kafka and Postgres; call it after the services
 * have stopped.
 */
public final class EmbeddedStack implements AutoCloseable {
    private final HomeLock lock;
    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;

    private EmbeddedStack(
            HomeLock lock,
            EmbeddedKafka kafka,
            EmbeddedRegistry registry,
            EmbeddedPostgres postgres,
            EmbeddedRedis redis) {
        this.lock = lock;
        this.kafka = kafka;
        this.registry = registry;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Starts all four; on a failure stops those that have started and throws {@link StackException}. */
    public static EmbeddedStack start(StackHome home, StackPorts ports, Progress progress) {
        HomeLock lock = HomeLock.tryAcquire(home).orElseThrow(() -> alreadyRunning(home));
        try {
            reap(home, progress);
            ports.requireFree();
            return startComponents(lock, home, ports, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Refuses to go on while a stack runs on that data. */
    static void requireNoneOn(StackHome home) {
        if (HomeLock.holder(home).isPresent()) {
            throw alreadyRunning(home);
        }
    }

    private static StackException alreadyRunning(StackHome home) {
        return new StackException(
                "Expected no other stack on %s, but one is running; './colloquy down' stops it".formatted(home.data()));
    }

    /** Stops what a killed stack has left behind; true if there was anything. The caller holds the lock. */
    static boolean reap(StackHome home, Progress progress) {
        boolean redis = reap(Component.REDIS, () -> EmbeddedRedis.reap(home), progress);
        boolean registry = reap(Component.REGISTRY, () -> EmbeddedRegistry.reap(home), progress);
        boolean postgres = reap(Component.POSTGRES, () -> EmbeddedPostgres.reap(home), progress);
        return redis || registry || postgres;
    }

    /** What Kafka clients take as {@code bootstrap.servers}. */
    public String kafkaBootstrap() {
        return kafka.bootstrapServers();
    }

    /** The root of the registry's Confluent REST API. */
    public String registryUrl() {
        return registry.url();
    }

    /** The application's database, without credentials. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    /** For migrations and for making roles only. */
    public String superuser() {
        return EmbeddedPostgres.SUPERUSER;
    }

    public String superuserPassword() {
        return postgres.superuserPassword();
    }

    public String redisUrl() {
        return redis.url();
    }

    /** The registry's process, for tests that take it away. */
    public ProcessHandle registryProcess() {
        return registry.process();
    }

    /** Redis' process, for tests that take it away. */
    public ProcessHandle redisProcess() {
        return redis.process();
    }

    @Override
    public void close() {
        SideBySide.closeInOrder(List.of(redis, registry, kafka, postgres, lock));
    }

    private static EmbeddedStack startComponents(HomeLock lock, StackHome home, StackPorts ports, Progress progress) {
        Path redisBinary = EmbeddedRedis.unpack(home);
        SideBySide starts = new SideBySide(progress);
        try {
            var kafka = starts.start(
                    Component.KAFKA.title(), () -> EmbeddedKafka.start(home, ports.kafka(), ports.kafkaController()));
            var registry =
                    starts.start(Component.REGISTRY.title(), () -> EmbeddedRegistry.start(home, ports.registry()));
            var postgres =
                    starts.start(Component.POSTGRES.title(), () -> EmbeddedPostgres.start(home, ports.postgres()));
            var redis =
                    starts.start(Component.REDIS.title(), () -> EmbeddedRedis.start(home, ports.redis(), redisBinary));
            EmbeddedStack stack = new EmbeddedStack(
                    lock,
                    starts.await(Component.KAFKA.title(), kafka),
                    starts.await(Component.REGISTRY.title(), registry),
                    starts.await(Component.POSTGRES.title(), postgres),
                    starts.await(Component.REDIS.title(), redis));
            starts.done();
            return stack;
        } catch (RuntimeException e) {
            starts.abandon();
            reap(home, Progress.silent());
            throw e;
        }
    }

    private static boolean reap(Component component, BooleanSupplier reaper, Progress progress) {
        boolean found = reaper.getAsBoolean();
        if (found) {
            progress.say("  stopped %s that an earlier run had left behind".formatted(component.title()));
        }
        return found;
    }
}
