package io.colloquy.frames;

import io.colloquy.events.SessionErased;
import io.colloquy.events.SessionEvent;
import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.consent.ConsentWatch;
import io.colloquy.frames.consent.Permission;
import io.colloquy.frames.http.AnalysisDesk;
import io.colloquy.frames.http.EmotionRoutes;
import io.colloquy.frames.overload.Backlog;
import io.colloquy.frames.overload.KafkaLookAhead;
import io.colloquy.frames.policy.OrganisationLedger;
import io.colloquy.frames.policy.OrganisationWatch;
import io.colloquy.frames.topology.FrameTopology;
import io.colloquy.frames.vision.FrameAnalyser;
import io.colloquy.frames.vision.ImageLimits;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.PublicKeys;
import io.colloquy.platform.identity.TokenVerifier;
import io.colloquy.platform.kafka.StreamsApplication;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.platform.lifecycle.Shutdown;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.ContractRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The frame-processor: consent watch, topology and HTTP, started together and stopped in reverse. */
public final class FrameProcessorService implements AutoCloseable {
    private static final Duration KEY_FRESH = Duration.ofMinutes(10);
    private static final Duration CONSENTS_PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration DESK_PATIENCE = Duration.ofSeconds(2);

    private final Shutdown shutdown = new Shutdown();
    private final HttpService http;
    private final PostgresKeyVault keys;
    private final FrameAnalyser analyser;
    private final WarmVision vision;
    private final Metrics metrics = new Metrics();

    /**
     * Starts the service.
     *
     * @param onFatal told about a failure after which it cannot go on
     */
    public FrameProcessorService(FrameProcessorConfig config, Consumer<Throwable> onFatal) {
        Clock clock = Clock.systemUTC();
        Health health = new Health();
        Database database = shutdown.add(new Database(config.keys()));
        this.keys = new PostgresKeyVault(database, new MasterKey(config.masterKey()), clock, KEY_FRESH);
        this.analyser = shutdown.add(new FrameAnalyser(ImageLimits.DEFAULT, config.emotionModel()::open));
        TopicAdmin.ensure(config.kafka());
        ContractRegistration.register(config.kafka().registryClient());
        this.vision = new WarmVision(analyser, metrics, onFatal);
        ConsentLedger consents = new ConsentLedger();
        TopicWatch watch = shutdown.add(ConsentWatch.over(config.kafka(), consents, clock, this::heard, onFatal));
        health.register("consent-watch", watch::current);
        watch.start();
        awaitConsents(watch);
        vision.warmUp(config.threads());
        StreamsApplication streams = shutdown.add(new StreamsApplication(
                new StreamsSettings(
                        FrameTopology.SERVICE,
                        Guarantee.AT_LEAST_ONCE,
                        config.threads(),
                        config.standbys(),
                        config.stateDirectory()),
                config.kafka(),
                FrameTopology.build(
                        config.kafka().serdes(),
                        vision,
                        consents,
                        () -> new Backlog(config.ages(), new KafkaLookAhead(config.kafka())),
                        new Sealer(keys),
                        metrics,
                        clock),
                health,
                metrics,
                onFatal));
        streams.start();
        EmotionRoutes routes = routes(config, health, clock, onFatal);
        this.http = shutdown.add(new HttpService(FrameTopology.SERVICE, config.http(), health, metrics, routes::addTo));
    }

    private EmotionRoutes routes(FrameProcessorConfig config, Health health, Clock clock, Consumer<Throwable> onFatal) {
        OrganisationLedger organisations =
                new OrganisationLedger(config.kafka().serdes().deserializer(Topics.ORGANISATION_EVENTS));
        TopicWatch watch = shutdown.add(OrganisationWatch.over(config.kafka(), organisations, onFatal));
        health.register("organisation-watch", watch::current);
        watch.start();
        Guard guard = new Guard(new TokenVerifier(PublicKeys.read(config.tokenKey()), clock))
                .allowing(config.requestsPerMinute());
        return new EmotionRoutes(
                guard,
                new EmotionRoutes.Organisations(organisations, watch::current),
                shutdown.add(new AnalysisDesk(() -> analyser.pictures(ImageLimits.PICTURES), DESK_PATIENCE)),
                config.picturesPerMinute(),
                config.emotionModel().name(),
                metrics);
    }

    /** The port of its HTTP server. */
    public int port() {
        return http.port();
    }

    /** What is behind the first frames' consent has to be known before they come. */
    private static void awaitConsents(TopicWatch watch) {
        long deadline = System.nanoTime() + CONSENTS_PATIENCE.toNanos();
        while (!watch.current()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Expected to know what sessions allow within %d s, but do not yet"
                        .formatted(CONSENTS_PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Wants the emotion model only once a session allows it; forgets keys that are to be destroyed. */
    private void heard(SessionEvent event, Permission permission) {
        if (permission.emotion()) {
            vision.wantEmotion();
        }
        if (event.getPayload() instanceof SessionErased) {
            keys.forget(event.getSessionId());
        }
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
