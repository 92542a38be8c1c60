package io.colloquy.ingest;

import io.colloquy.ingest.commands.CommandEndpoints;
import io.colloquy.ingest.commands.CommandLog;
import io.colloquy.ingest.commands.Commands;
import io.colloquy.ingest.frames.FrameEndpoint;
import io.colloquy.ingest.frames.FrameLog;
import io.colloquy.ingest.frames.FrameRules;
import io.colloquy.ingest.guests.GuestEndpoints;
import io.colloquy.ingest.guests.GuestLinks;
import io.colloquy.ingest.identity.AuthEndpoints;
import io.colloquy.ingest.identity.AuthReplies;
import io.colloquy.ingest.identity.IdentitySeed;
import io.colloquy.ingest.identity.OrganisationEndpoints;
import io.colloquy.ingest.identity.PasswordHasher;
import io.colloquy.ingest.identity.RefreshFamilies;
import io.colloquy.ingest.identity.SignIn;
import io.colloquy.ingest.identity.TokenIssuer;
import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.ingest.live.LiveChannels;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.ingest.sessions.InterviewStart;
import io.colloquy.ingest.sessions.SessionAccess;
import io.colloquy.ingest.sessions.SessionEndpoints;
import io.colloquy.ingest.socket.SocketEndpoints;
import io.colloquy.ingest.uploads.PdfReader;
import io.colloquy.ingest.uploads.UploadEndpoints;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.identity.TokenVerifier;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.platform.lifecycle.Shutdown;
import io.colloquy.platform.limits.LocalBuckets;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.ContractRegistration;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ingest-api as one object: everything is up when the constructor returns, and closing stops accepting first, then finishes
 * what Kafka still has to take.
 */
public final class IngestService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final int METADATA_ATTEMPTS = 100;
    private static final Duration COMMANDS_MAX_BLOCK = Duration.ofSeconds(3);
    private static final Duration KEYS_FRESH = Duration.ofSeconds(60);
    private static final Duration FRAMES_MAX_BLOCK = Duration.ofMillis(50);

    private final IngestConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Health health = new Health();
    private final Metrics metrics = new Metrics();
    private final Shutdown shutdown = new Shutdown();
    private final IdentitySeed seed;
    private final HttpService http;

    /**
     * Starts.
     *
     * @throws RuntimeException when Kafka, the registry or Redis cannot be reached; what was opened is closed again
     */
    public IngestService(IngestConfig config) {
        this.config = config;
        try {
            TopicAdmin.ensure(config.kafka());
            SchemaRegistryClient registry = config.kafka().registryClient();
            ContractRegistration.register(registry);
            EventSerdes serdes = new EventSerdes(registry);
            Database database = shutdown.add(new Database(config.database()));
            RedisLink redis = shutdown.add(new RedisLink(config.redis()));
            Producer<String, byte[]> producer =
                    shutdown.add(KafkaClients.producer(config.kafka(), "ingest-api-commands", COMMANDS_MAX_BLOCK));
            watch(redis, database);
            PasswordHasher passwords = new PasswordHasher();
            this.seed = new IdentitySeed(database, passwords, settingsProducer(), serdes, clock);
            KeyVault keys = new PostgresKeyVault(database, new MasterKey(config.masterKey()), clock, KEYS_FRESH);
            FrameLog frames = new FrameLog(frameProducer(), serdes, new Sealer(keys), clock);
            IngestRoutes routes = routes(database, redis, passwords, keys, new CommandLog(producer, serdes), frames);
            this.http = shutdown.add(new HttpService("ingest-api", config.http(), health, metrics, routes::addTo));
            shutdown.add(new SettingsAtStart(seed));
        } catch (RuntimeException e) {
            shutdown.close();
            throw e;
        }
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    /** Creates organisations and users. */
    public IdentitySeed identitySeed() {
        return seed;
    }

    /** What this instance counts. */
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        shutdown.close();
    }

    private void watch(RedisLink redis, Database database) {
        Admin admin = shutdown.add(Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers())));
        health.register("kafka", () -> TopicAdmin.reachable(admin));
        health.register("redis", redis::answers);
        health.observe("postgres", database::answers);
    }

    private Producer<String, byte[]> settingsProducer() {
        return shutdown.add(IdentitySeed.producer(config.kafka(), "ingest-api-settings", COMMANDS_MAX_BLOCK));
    }

    /** With the topic's metadata at hand: the first frame must not wait for it. */
    private Producer<String, byte[]> frameProducer() {
        Producer<String, byte[]> producer =
                shutdown.add(KafkaClients.producer(config.kafka(), "ingest-api-frames", FRAMES_MAX_BLOCK));
        for (int attempt = 0; attempt < METADATA_ATTEMPTS; attempt++) {
            try {
                producer.partitionsFor(Topics.FRAMES.name());
                return producer;
            } catch (TimeoutException e) {
                LOG.atDebug().log("topic of frames not known yet");
            }
        }
        return producer;
    }

    private IngestRoutes routes(
            Database database,
            RedisLink redis,
            PasswordHasher passwords,
            KeyVault keys,
            CommandLog log,
            FrameLog frames) {
        TokenIssuer issuer = TokenIssuer.of(config.privateKey(), clock, config.accessTokenLife());
        Guard guard = new Guard(new TokenVerifier(PublicKeys.read(config.publicKey()), clock));
        Sealer sealer = new Sealer(keys);
        LiveSessions live = new LiveSessions(redis);
        LiveChannels channels = shutdown.add(new LiveChannels(redis));
        GuestLinks links = new GuestLinks(database, sealer, clock);
        RefreshFamilies families = new RefreshFamilies(database, links, clock, config.refreshLife());
        AuthReplies replies = new AuthReplies(issuer, clock);
        RateLimits limits = new RateLimits(redis, clock, config.requestsPerMinute());
        SessionAccess access = new SessionAccess(live);
        Commands commands = new Commands(log, live, channels, metrics, clock);
        LocalBuckets budget = new LocalBuckets(config.framesPerSecond(), Duration.ofSeconds(1));
        List<String> origins = config.http().allowedOrigins();
        return new IngestRoutes(
                new AuthEndpoints(new SignIn(database, passwords, families), families, replies, guard, limits, origins),
                new OrganisationEndpoints(database, seed, guard),
                new GuestEndpoints(links, families, replies, guard, limits, clock, config.publicUrl()),
                new InterviewStart(guard, commands, live, links, sealer, keys),
                new SessionEndpoints(guard, access, commands),
                new CommandEndpoints(guard, access, commands, sealer),
                new FrameEndpoint(guard, access, frames, budget, redis, metrics, clock),
                new SocketEndpoints(guard, access, redis, channels, frames, budget, metrics, origins),
                new UploadEndpoints(
                        guard, limits, shutdown.add(new PdfReader(config.uploadsAtOnce(), metrics)), metrics),
                new RoomPages(FrameRules.MAX_BYTES, config.roomFramesPerSecond(), config.evaluatorUrl()),
                guard,
                limits);
    }
}
