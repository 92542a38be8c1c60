package io.colloquy.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka, schema registry, Postgres and Redis, started side by side and stopped in order.
 *
 * <p>A start first takes the data folder for itself, stops what a killed start left behind, and refuses taken ports, so
 * that nothing half-started remains. Closing stops Redis, the registry, Kafka and Postgres; call it after the services
 * have stopped.
 */
public final class EmbeddedStack implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedStack.class);
    private static final long START_TIMEOUT_SECONDS = 120;

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
        HomeLock lock = HomeLock.tryAcquire(home)
                .orElseThrow(() -> new StackException(
                        "Expected no other stack on %s, but one is running; './colloquy down' stops it"
                                .formatted(home.data())));
        try {
            reap(home, progress);
            ports.requireFree();
            return startComponents(lock, home, ports, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
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
        closeAll(List.of(redis, registry, kafka, postgres, lock));
    }

    private static EmbeddedStack startComponents(HomeLock lock, StackHome home, StackPorts ports, Progress progress) {
        List<AutoCloseable> started = Collections.synchronizedList(new ArrayList<>());
        // Not virtual threads: all four initialise classes under one lock, which pins as many carriers as there are.
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            Starter starter = new Starter(executor, started, progress);
            var kafka = starter.start(
                    Component.KAFKA, () -> EmbeddedKafka.start(home, ports.kafka(), ports.kafkaController()));
            var registry = starter.start(Component.REGISTRY, () -> EmbeddedRegistry.start(home, ports.registry()));
            var postgres = starter.start(Component.POSTGRES, () -> EmbeddedPostgres.start(home, ports.postgres()));
            var redis = starter.start(Component.REDIS, () -> EmbeddedRedis.start(home, ports.redis()));
            return new EmbeddedStack(lock, await(kafka), await(registry), await(postgres), await(redis));
        } catch (RuntimeException e) {
            executor.close(); // Waits for the others, so that each is either in the list or has failed.
            Thread.interrupted(); // Stopping what has started takes its time, also after an interrupt.
            closeAll(started);
            reap(home, Progress.silent());
            throw e;
        } finally {
            executor.shutdown();
        }
    }

    private record Starter(ExecutorService executor, List<AutoCloseable> started, Progress progress) {
        <T extends AutoCloseable> Future<T> start(Component component, Callable<T> start) {
            return executor.submit(() -> {
                long begun = System.nanoTime();
                T running = start.call();
                started.add(running);
                progress.say("  %s is up after %.1f s".formatted(component.title(), (System.nanoTime() - begun) / 1e9));
                return running;
            });
        }
    }

    private static boolean reap(Component component, BooleanSupplier reaper, Progress progress) {
        boolean found = reaper.getAsBoolean();
        if (found) {
            progress.say("  stopped %s that an earlier run had left behind".formatted(component.title()));
        }
        return found;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(START_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Expected the stack to start, but it was interrupted", e);
        } catch (TimeoutException e) {
            throw new StackException(
                    "Expected the stack to start within %d s, but it did not".formatted(START_TIMEOUT_SECONDS), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException explained) {
                throw explained;
            }
            throw new StackException("Expected the stack to start, but: " + e.getCause(), e.getCause());
        }
    }

    private static void closeAll(List<? extends AutoCloseable> closeables) {
        for (AutoCloseable closeable : List.copyOf(closeables)) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOGGER.atWarn()
                        .addKeyValue("component", closeable.getClass().getSimpleName())
                        .setCause(e)
                        .log("a component did not stop cleanly");
            }
        }
    }
}
