package io.colloquy.local.faults;

import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Readiness;
import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The five services as processes of their own, in the place of those that run inside this one. */
final class ServiceProcesses implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalPlatform platform;
    private final Path logs;
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final List<Kill> kills = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /**
     * One that happened.
     *
     * @param backAfterSeconds from the kill until the service said that it is ready
     */
    record Kill(Service service, double backAfterSeconds) {}

    private ServiceProcesses(FaultPlatform faults) {
        this.platform = faults.platform();
        this.logs = faults.home().data();
    }

    /** Stops the services inside this process, starts the others on the same ports, and waits until all are ready. */
    static ServiceProcesses insteadOfOwn(FaultPlatform faults) {
        ServiceProcesses started = new ServiceProcesses(faults);
        Arrays.stream(Service.values()).forEach(faults.platform()::stop);
        try {
            Arrays.stream(Service.values()).forEach(started::start);
            Arrays.stream(Service.values()).forEach(started::awaitReady);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Kills it with -9 after a while and starts it again at once; waits for the kill before, if that is still going on. */
    void killSoon(Service service, Duration delay) {
        last.join();
        last = CompletableFuture.runAsync(
                () -> kills.add(kill(service)),
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** All that happened, once the last one is over. */
    List<Kill> kills() {
        last.join();
        return List.copyOf(kills);
    }

    /** Puts the services inside this process back. */
    @Override
    public void close() {
        processes.values().parallelStream().forEach(ServiceProcess::close);
        Arrays.stream(Service.values()).forEach(platform::start);
    }

    private Kill kill(Service service) {
        long killed = System.nanoTime();
        processes.get(service).kill();
        start(service);
        awaitReady(service);
        return new Kill(service, (System.nanoTime() - killed) / 1e9);
    }

    private void start(Service service) {
        Path log = logs.resolve(service.id() + ".process.log");
        processes.put(
                service, ServiceProcess.start(service, platform.environment().of(service), log));
    }

    private void awaitReady(Service service) {
        Readiness.await(service.id(), platform.url(service), PATIENCE);
    }
}
