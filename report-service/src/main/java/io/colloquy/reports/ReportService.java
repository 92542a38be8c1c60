package io.colloquy.reports;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.identity.TokenVerifier;
import io.colloquy.platform.lifecycle.Shutdown;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.reports.http.EventStreams;
import io.colloquy.schemas.registry.CachedSchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.util.List;

/** The running service: reads the read model for those who may, and writes nothing. */
public final class ReportService implements AutoCloseable {
    /** As in topics, logs and the OpenAPI document's name. */
    public static final String NAME = "report-service";

    private final Shutdown parts = new Shutdown();
    private final ReportRoutes routes;
    private final HttpService http;

    /** Starts listening; ready as soon as Postgres answers. */
    public ReportService(ReportConfig config, Clock clock) {
        Metrics metrics = new Metrics();
        Health health = new Health();
        Database database = parts.add(new Database(config.database()));
        database.reportTo(health);
        Guard guard = new Guard(new TokenVerifier(PublicKeys.read(config.publicKey()), clock))
                .allowing(config.requestsPerMinute());
        Sealer sealer = new Sealer(
                new PostgresKeyVault(database, new MasterKey(config.masterKey()), clock, config.keyFreshness()));
        EventSerdes serdes = new EventSerdes(new CachedSchemaRegistryClient(config.registry()));
        EventStreams streams = new EventStreams();
        this.routes =
                parts.add(new ReportRoutes(config, new Foundations(guard, database, sealer, serdes, streams, metrics)));
        this.http = parts.add(new HttpService(NAME, config.http(), health, metrics, routes::addTo));
        // First to close, so that streams end before the server waits for them.
        parts.add(streams);
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    List<String> paths() {
        return routes.paths();
    }

    @Override
    public void close() {
        parts.close();
    }
}
