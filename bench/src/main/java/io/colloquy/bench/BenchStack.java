package io.colloquy.bench;

import io.colloquy.bench.ceiling.CeilingProcess;
import io.colloquy.bench.load.Sender;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Progress;
import io.colloquy.local.Readiness;
import io.colloquy.local.Service;
import io.colloquy.local.ServicePorts;
import io.colloquy.local.ServiceProcess;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The real stack, with interviews under way whose candidates have agreed to video. What is measured then runs as processes
 * of its own; services that only set the interviews up are stopped, so that they take no processor time from either side.
 */
public final class BenchStack implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(90);

    /** Of services and ceilings alike; the compilers are those of production. */
    private static final List<String> JAVA_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    private static final Set<Service> SET_UP = Set.of(Service.INGEST, Service.EVALUATOR, Service.PROJECTOR);

    private final StackHome home;
    private final LocalPlatform platform;
    private final Progress progress;
    private final List<String> javaOptions = new ArrayList<>(JAVA_OPTIONS);
    private final Map<Service, ServiceProcess> processes = new HashMap<>();
    private final List<Database> databases = new ArrayList<>();
    private final KafkaConfig kafka;
    private final List<Sender> senders;

    private BenchStack(StackHome home, LocalPlatform platform, Progress progress, Plan plan) {
        this.home = home;
        this.platform = platform;
        this.progress = progress;
        String extra =
                System.getenv().getOrDefault("COLLOQUY_BENCH_JAVA_OPTS", "").strip();
        if (!extra.isEmpty()) {
            javaOptions.addAll(List.of(extra.split("\\s+")));
        }
        this.kafka = Settings.read(platform.environment().of(Service.INGEST), KafkaConfig::from);
        this.senders = new Interviews(platform, kafka).start(plan.sessions());
        SET_UP.forEach(platform::stop);
    }

    /** Starts everything and sets up as many interviews as the plan wants. */
    static BenchStack start(StackHome home, Plan plan, Progress progress) {
        Map<String, String> lifted = new HashMap<>(System.getenv());
        lifted.put("COLLOQUY_FRAMES_PER_SECOND", "1000000");
        lifted.put("COLLOQUY_REQUESTS_PER_MINUTE", "1000000");
        // A backlog is what some rows work off.
        lifted.put("COLLOQUY_FRAMES_LATE_AFTER", "1h");
        lifted.put("COLLOQUY_FRAMES_MAX_AGE", "1h");
        lifted.put("COLLOQUY_STREAM_THREADS", Integer.toString(plan.threads()));
        LocalPlatform platform =
                LocalPlatform.start(home, StackPorts.free(), ServicePorts.free(), lifted, progress, SET_UP);
        try {
            return new BenchStack(home, platform, progress, plan);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** The service as its own process, ready; started at first use. */
    ServiceProcess service(Service service) {
        return service(service, Map.of());
    }

    /** With further variables, which count at first use. */
    ServiceProcess service(Service service, Map<String, String> further) {
        return processes.computeIfAbsent(service, wanted -> {
            progress.say("Starting %s as its own process ...".formatted(wanted.id()));
            Map<String, String> environment =
                    new HashMap<>(platform.environment().of(wanted));
            environment.putAll(further);
            ServiceProcess process = ServiceProcess.start(wanted, environment, log(wanted.id()), javaOptions);
            Readiness.await(wanted.id(), platform.url(wanted), READY);
            return process;
        });
    }

    /** Seals as ingest-api does, whose role may make keys. */
    Sealer sealing() {
        Map<String, String> environment = platform.environment().of(Service.INGEST);
        Database database =
                Settings.read(environment, settings -> new Database(DatabaseConfig.from(settings, "colloquy_ingest")));
        databases.add(database);
        MasterKey master = new MasterKey(Settings.read(environment, MasterKey::from));
        return new Sealer(new PostgresKeyVault(database, master, Clock.systemUTC(), Duration.ofHours(1)));
    }

    CeilingProcess producer(int bytes) {
        return CeilingProcess.producer(
                javaOptions, log("ceiling"), kafka.bootstrapServers(), kafka.partitions(), senders.size(), bytes);
    }

    CeilingProcess vision(int threads) {
        return CeilingProcess.vision(javaOptions, log("ceiling"), threads);
    }

    CeilingProcess inference(int threads) {
        return CeilingProcess.inference(javaOptions, log("ceiling"), threads);
    }

    KafkaConfig kafka() {
        return kafka;
    }

    Progress progress() {
        return progress;
    }

    URI ingest() {
        return URI.create(platform.url(Service.INGEST));
    }

    /** One for each interview. */
    List<Sender> senders() {
        return senders;
    }

    /** As many of them as there are partitions, so that all stream threads get the same. */
    List<Sender> onePerPartition() {
        Map<Integer, Sender> spread = new HashMap<>();
        senders.forEach(sender -> spread.putIfAbsent(sender.partition(), sender));
        return List.copyOf(spread.values());
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::close);
        databases.forEach(Database::close);
        platform.close();
    }

    private Path log(String name) {
        return home.data().resolve("logs").resolve(name + ".log");
    }
}
