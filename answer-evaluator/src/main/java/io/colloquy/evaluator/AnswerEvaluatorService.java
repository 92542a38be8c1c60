package io.colloquy.evaluator;

import io.colloquy.evaluator.http.AudioChains;
import io.colloquy.evaluator.http.AudioRoutes;
import io.colloquy.evaluator.http.BankRoutes;
import io.colloquy.evaluator.http.ScoreRoutes;
import io.colloquy.evaluator.library.BankLedger;
import io.colloquy.evaluator.library.KafkaBankLog;
import io.colloquy.evaluator.library.Library;
import io.colloquy.evaluator.library.LibraryWatch;
import io.colloquy.evaluator.library.OrganisationEmbeddings;
import io.colloquy.evaluator.library.SessionBanks;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.model.ModelEvaluator;
import io.colloquy.evaluator.model.ModelPlanner;
import io.colloquy.evaluator.model.Nonce;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.providers.Providers;
import io.colloquy.evaluator.providers.StructuredGeneration;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.topology.EvaluatorTopology;
import io.colloquy.evaluator.work.AnswerEvaluation;
import io.colloquy.evaluator.work.BoundedCalls;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.evaluator.work.EvaluationEvents;
import io.colloquy.evaluator.work.Evaluators;
import io.colloquy.evaluator.work.QuestionPlanning;
import io.colloquy.evaluator.work.Worker;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The answer-evaluator: topology and HTTP, started together and stopped in reverse. */
public final class AnswerEvaluatorService implements AutoCloseable {
    private static final Duration KEY_FRESH = Duration.ofMinutes(10);

    private final Shutdown shutdown = new Shutdown();
    private final HttpService http;

    /**
     * Starts the service.
     *
     * @param onFatal told about a failure after which it cannot go on
     */
    public AnswerEvaluatorService(EvaluatorConfig config, Consumer<Throwable> onFatal) {
        Clock clock = Clock.systemUTC();
        Health health = new Health();
        Metrics metrics = new Metrics();
        Database database = shutdown.add(new Database(config.keys()));
        database.reportTo(health);
        PostgresKeyVault keys = new PostgresKeyVault(database, new MasterKey(config.masterKey()), clock, KEY_FRESH);
        TopicAdmin.ensure(config.kafka());
        ContractRegistration.register(config.kafka().registryClient());
        Map<String, StructuredGeneration> models = Providers.generation(config.providers(), clock, metrics);
        RubricEvaluator builtIn = RubricEvaluator.builtIn();
        Evaluators evaluators = new Evaluators(evaluators(models, builtIn, config.samples()));
        BankLedger banks = new BankLedger(config.kafka().serdes().deserializer(Topics.ORGANISATION_EVENTS));
        TopicWatch watch = shutdown.add(LibraryWatch.over(config.kafka(), banks, onFatal));
        health.register("bank-watch", watch::current);
        watch.start();
        Meanings meanings = new Meanings(
                builtIn,
                Providers.embeddings(config.embeddings(), clock, metrics),
                new OrganisationEmbeddings(banks, watch::current));
        shutdown.add(new StreamsApplication(
                        settings(config),
                        config.kafka(),
                        EvaluatorTopology.build(
                                parts(config, keys, models, evaluators, meanings, banks, clock, metrics)),
                        health,
                        metrics,
                        onFatal))
                .start();
        Guard guard = new Guard(new TokenVerifier(PublicKeys.read(config.tokenKey()), clock))
                .allowing(config.requestsPerMinute());
        KafkaBankLog log = shutdown.add(
                new KafkaBankLog(config.kafka(), watch, config.kafka().serdes(), clock));
        BankRoutes bankRoutes = new BankRoutes(guard, banks, new Library(banks, log), watch::current);
        this.http = shutdown.add(new HttpService(EvaluatorTopology.SERVICE, config.http(), health, metrics, javalin -> {
            new ScoreRoutes(guard, new Calculation(evaluators, meanings), chosenEvaluators(banks, watch))
                    .addTo(javalin);
            bankRoutes.addTo(javalin);
            audio(config, guard, chains(banks, watch), clock, metrics).addTo(javalin);
        }));
    }

    private static StreamsSettings settings(EvaluatorConfig config) {
        return new StreamsSettings(
                EvaluatorTopology.SERVICE,
                Guarantee.EXACTLY_ONCE,
                config.threads(),
                config.standbys(),
                config.stateDirectory());
    }

    private static EvaluatorTopology.Parts parts(
            EvaluatorConfig config,
            PostgresKeyVault keys,
            Map<String, StructuredGeneration> models,
            Evaluators evaluators,
            Meanings meanings,
            BankLedger banks,
            Clock clock,
            Metrics metrics) {
        Sealer sealer = new Sealer(keys);
        AnswerEvaluation evaluation = new AnswerEvaluation(evaluators, meanings, sealer, new EvaluationEvents(clock));
        Worker worker = new Worker(planning(models, banks, sealer, clock), evaluation);
        return new EvaluatorTopology.Parts(
                config.kafka().serdes(),
                worker,
                new BoundedCalls(config.calls()),
                config.retries(),
                worker::after,
                keys::forget,
                metrics);
    }

    private static AudioChains chains(BankLedger organisations, TopicWatch watch) {
        return (organisation, capability) -> {
            requireCurrent(watch);
            return organisations.chain(organisation, capability.label());
        };
    }

    private static Function<String, Optional<List<String>>> chosenEvaluators(
            BankLedger organisations, TopicWatch watch) {
        return organisation -> {
            requireCurrent(watch);
            return organisations.evaluators(organisation);
        };
    }

    private static void requireCurrent(TopicWatch watch) {
        if (!watch.current()) {
            throw Problem.unavailable("Expected to know whom organisations chose, but their settings are being read");
        }
    }

    private static AudioRoutes audio(
            EvaluatorConfig config, Guard guard, AudioChains chains, Clock clock, Metrics metrics) {
        return new AudioRoutes(
                guard,
                Providers.transcription(config.transcription(), clock, metrics),
                Providers.speech(config.speech(), clock, metrics),
                chains);
    }

    private static List<Evaluator> evaluators(
            Map<String, StructuredGeneration> models, Evaluator builtIn, int samples) {
        Stream<Evaluator> all = models.entrySet().stream()
                .map(model -> new ModelEvaluator(model.getKey(), model.getValue(), builtIn, Nonce::next, samples));
        return Stream.concat(Stream.of(builtIn), all).toList();
    }

    private static QuestionPlanning planning(
            Map<String, StructuredGeneration> models, BankLedger banks, Sealer sealer, Clock clock) {
        BankPlanner bank = BankPlanner.builtIn();
        List<ModelPlanner> planners = models.entrySet().stream()
                .map(model -> new ModelPlanner(model.getKey(), model.getValue(), bank::family, Nonce::next))
                .toList();
        return new QuestionPlanning(planners, new SessionBanks(banks, bank), sealer, clock);
    }

    /** The port of its HTTP server. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
