package io.colloquy.sessions;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.kafka.StreamsApplication;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.platform.lifecycle.Shutdown;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.PostgresKeyDestruction;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.registry.ContractRegistration;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.live.LiveProjector;
import io.colloquy.sessions.readmodel.ReadModelProjector;
import io.colloquy.sessions.topology.SessionTopology;
import java.time.Clock;
import java.util.function.Consumer;

/** The session-projector: decider, projectors and HTTP, started together and stopped in reverse. */
public final class SessionProjectorService implements AutoCloseable {
    private final Shutdown shutdown = new Shutdown();
    private final Health health = new Health();
    private final Metrics metrics = new Metrics();
    private final int port;

    /**
     * Starts the service.
     *
     * @param onFatal told about a failure after which it cannot go on
     */
    public SessionProjectorService(SessionProjectorConfig config, Consumer<Throwable> onFatal) {
        try {
            TopicAdmin.ensure(config.kafka());
            ContractRegistration.register(config.kafka().registryClient());
            EventSerdes serdes = config.kafka().serdes();
            decider(config, serdes, onFatal).start();
            liveProjector(config, serdes, onFatal).start();
            readModelProjector(config, serdes, onFatal).start();
            this.port = shutdown.add(
                            new HttpService(SessionTopology.SERVICE, config.http(), health, metrics, javalin -> {}))
                    .port();
        } catch (RuntimeException e) {
            shutdown.close();
            throw e;
        }
    }

    /** Where health and metrics are served. */
    public int port() {
        return port;
    }

    /** Whether everything that it needs is there and every partition is being worked on. */
    public boolean ready() {
        return health.ready();
    }

    @Override
    public void close() {
        shutdown.close();
    }

    private StreamsApplication decider(SessionProjectorConfig config, EventSerdes serdes, Consumer<Throwable> onFatal) {
        return shutdown.add(new StreamsApplication(
                new StreamsSettings(
                        SessionTopology.SERVICE,
                        Guarantee.EXACTLY_ONCE,
                        config.threads(),
                        config.standbys(),
                        config.stateDirectory()),
                config.kafka(),
                SessionTopology.build(serdes, metrics),
                health,
                metrics,
                onFatal));
    }

    private LiveProjector liveProjector(
            SessionProjectorConfig config, EventSerdes serdes, Consumer<Throwable> onFatal) {
        return shutdown.add(
                new LiveProjector(config.kafka(), serdes, config.redis(), Clock.systemUTC(), health, metrics, onFatal));
    }

    private ReadModelProjector readModelProjector(
            SessionProjectorConfig config, EventSerdes serdes, Consumer<Throwable> onFatal) {
        Database database = shutdown.add(new Database(config.readModel()));
        database.reportTo(health);
        return shutdown.add(new ReadModelProjector(
                config.kafka(),
                serdes,
                database,
                new PostgresKeyDestruction(database),
                Clock.systemUTC(),
                health,
                metrics,
                onFatal));
    }
}
