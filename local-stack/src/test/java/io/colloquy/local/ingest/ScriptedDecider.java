package io.colloquy.local.ingest;

import io.colloquy.events.CompleteSession;
import io.colloquy.events.GiveConsent;
import io.colloquy.events.PauseSession;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.SkipQuestion;
import io.colloquy.events.StartSession;
import io.colloquy.events.WithdrawConsent;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionSnapshot.ConsentView;
import io.colloquy.schemas.live.SessionSnapshot.CurrentQuestion;
import io.colloquy.schemas.live.SessionSnapshot.PolicyView;
import io.colloquy.schemas.live.SessionState;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Stands in for session-projector: accepts every command but an answer's skip, and writes snapshots and decisions into Redis
 * as the contract says.
 */
final class ScriptedDecider implements AutoCloseable {
    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<SessionCommand> deserializer;
    private final Map<String, SessionSnapshot> sessions = new ConcurrentHashMap<>();
    private final List<SessionCommand> commands = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean silent;

    ScriptedDecider(KafkaConfig kafka, String redisUrl) {
        this.client = RedisClient.create(redisUrl);
        this.redis = client.connect().sync();
        this.consumer = KafkaClients.consumer(kafka, "scripted-decider");
        this.deserializer = kafka.serdes().deserializer(Topics.SESSION_COMMANDS);
        this.thread = Thread.ofPlatform().name("scripted-decider").start(this::run);
    }

    /** Every command that came, in order. */
    List<SessionCommand> commands() {
        return List.copyOf(commands);
    }

    /** Whether decisions are kept back from now on. */
    void silent(boolean silent) {
        this.silent = silent;
    }

    RedisCommands<String, String> redis() {
        return redis;
    }

    void publish(SessionSnapshot snapshot) {
        sessions.put(snapshot.sessionId(), snapshot);
        redis.set(LiveKeys.session(snapshot.sessionId()), Json.write(snapshot));
        redis.publish(LiveKeys.session(snapshot.sessionId()), Long.toString(snapshot.version()));
    }

    @Override
    public void close() {
        stopped = true;
        consumer.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdown();
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.SESSION_COMMANDS.name()));
            while (!stopped) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    decide(deserializer.deserialize(found.topic(), found.value()));
                }
            }
        } catch (WakeupException e) {
            stopped = true;
        }
    }

    private void decide(SessionCommand command) {
        commands.add(command);
        if (silent) {
            return;
        }
        SessionSnapshot before = sessions.get(command.getSessionId());
        boolean accepted = !(command.getPayload() instanceof SkipQuestion);
        SessionSnapshot after = after(before, command);
        publish(after);
        Decision decision = accepted
                ? new Decision(
                        after.version(), true, command.getPayload().getClass().getSimpleName(), null, null)
                : new Decision(
                        after.version(), false, "CommandRejected", "INVALID_STATE", "Expected no skip, but it came");
        redis.set(LiveKeys.decision(command.getSessionId(), command.getEventId()), Json.write(decision));
        redis.publish(LiveKeys.session(command.getSessionId()), Json.write(decision));
    }

    private static SessionSnapshot after(SessionSnapshot before, SessionCommand command) {
        return switch (command.getPayload()) {
            case StartSession start -> started(command, start);
            case GiveConsent it ->
                with(before, before.state(), new ConsentView(true, it.getVideo(), before.version() + 1));
            case WithdrawConsent it ->
                with(before, before.state(), new ConsentView(false, false, before.version() + 1));
            case PauseSession it -> with(before, SessionState.PAUSED, before.consent());
            case CompleteSession it -> with(before, SessionState.COMPLETED, before.consent());
            default -> with(before, before.state(), before.consent());
        };
    }

    private static SessionSnapshot started(SessionCommand command, StartSession start) {
        return new SessionSnapshot(
                3,
                command.getSessionId(),
                command.getOrganisationId(),
                start.getCandidateId(),
                SessionState.IN_PROGRESS,
                Instant.now(),
                Instant.now(),
                start.getJobTitle(),
                start.getLanguage(),
                new PolicyView("PRACTICE", true, start.getRecruitment()),
                new ConsentView(false, false, 0),
                start.getQuestionCount(),
                new CurrentQuestion("q1", "What is a log?", "systems", "technical", 1, 120),
                List.of(),
                false,
                null,
                null);
    }

    private static SessionSnapshot with(SessionSnapshot it, SessionState state, ConsentView consent) {
        return new SessionSnapshot(
                it.version() + 1,
                it.sessionId(),
                it.organisationId(),
                it.candidateId(),
                state,
                it.startedAt(),
                Instant.now(),
                it.jobTitle(),
                it.language(),
                it.policy(),
                consent,
                it.totalQuestions(),
                it.currentQuestion(),
                it.questions(),
                it.evaluated(),
                it.overall(),
                it.plannedBy());
    }
}
