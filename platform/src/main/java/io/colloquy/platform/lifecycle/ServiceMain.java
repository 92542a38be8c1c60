package io.colloquy.platform.lifecycle;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a service as a process: configuration from the environment, a clean stop on SIGTERM, exit codes that tell. */
public final class ServiceMain {
    /** The configuration does not allow a start (sysexits' EX_CONFIG). */
    public static final int EXIT_CONFIGURATION = 78;
    /** It started or ran into something that it cannot go on after (EX_SOFTWARE). */
    public static final int EXIT_FAILURE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    private ServiceMain() {}

    /**
     * Runs until SIGTERM or a fatal failure; does not return.
     *
     * @param name of the service
     * @param reader of its configuration
     * @param starter makes the running service from its configuration and a handler of fatal failures
     */
    public static <C> void run(
            String name,
            Function<Settings, C> reader,
            BiFunction<C, Consumer<Throwable>, ? extends AutoCloseable> starter) {
        C config;
        try {
            config = Settings.read(System.getenv(), reader);
        } catch (ConfigurationException e) {
            System.err.println(name + ": " + e.getMessage());
            System.exit(EXIT_CONFIGURATION);
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger exitCode = new AtomicInteger();
        try (Shutdown service = new Shutdown()) {
            service.add(starter.apply(config, failure -> {
                exitCode.set(EXIT_FAILURE);
                over.countDown();
            }));
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(over, main), "stop-" + name));
            LOG.atInfo().addKeyValue("service", name).log("started");
            over.await();
            LOG.atInfo().addKeyValue("service", name).log("stopping");
        } catch (Exception e) {
            LOG.atError().addKeyValue("service", name).setCause(e).log("could not run");
            exitCode.set(EXIT_FAILURE);
        }
        // A halt, because the shutdown hook waits for this very thread.
        Runtime.getRuntime().halt(exitCode.get());
    }

    private static void stop(CountDownLatch over, Thread main) {
        over.countDown();
        try {
            main.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
