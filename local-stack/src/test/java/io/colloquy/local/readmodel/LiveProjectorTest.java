package io.colloquy.local.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.live.LiveProjector;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view on real Kafka and Redis. */
class LiveProjectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    @TempDir
    static Path folder;

    private static ReadModelStack stack;
    private static RedisClient client;
    private static StatefulRedisConnection<String, String> connection;
    private static RedisCommands<String, String> redis;

    private final SampleSession session = new SampleSession(UUID.randomUUID().toString()).running();
    private final AtomicReference<Throwable> fatal = new AtomicReference<>();
    private LiveProjector projector;

    @BeforeAll
    static void start() {
        stack = ReadModelStack.start(folder);
        client = RedisClient.create(stack.redis().toString());
        connection = client.connect();
        redis = connection.sync();
    }

    @AfterAll
    static void stop() {
        connection.close();
        client.shutdown();
        stack.close();
    }

    @BeforeEach
    void startProjector() {
        projector = newProjector();
        projector.start();
    }

    @AfterEach
    void stopProjector() {
        projector.close();
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldTellOfDecisionsThatTheSnapshotHas() {
        // given
        List<String> heard = new CopyOnWriteArrayList<>();
        try (StatefulRedisPubSubConnection<String, String> listening = client.connectPubSub()) {
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.add(message);
                }
            });
            listening.sync().subscribe(LiveKeys.session(session.id));

            // when
            session.completed().send(stack, 0);
            await().atMost(PATIENCE).until(() -> version() == session.history.size());
            await().atMost(PATIENCE).until(() -> heard.contains(Integer.toString(session.history.size())));
        }

        // then
        assertThat(decision("answer-1")).isEqualTo(new Decision(5, true, "AnswerAccepted", null, null));
        assertThat(decision("late"))
                .isEqualTo(new Decision(8, false, "CommandRejected", "INVALID_STATE", "Expected q2, but got q1"));
        assertThat(heard).contains(redis.get(LiveKeys.decision(session.id, "late")));
        assertThat(redis.ttl(LiveKeys.decision(session.id, "late"))).isBetween(DAY_SECONDS - 300, DAY_SECONDS);
        assertThat(snapshot().state()).isEqualTo(SessionState.COMPLETED);
        assertThat(snapshot().overall()).isEqualTo(6.5);
        assertThat(snapshot().currentQuestion()).isNull();
        assertThat(redis.ttl(LiveKeys.session(session.id))).isBetween(6 * DAY_SECONDS, 7 * DAY_SECONDS);
        assertThat(redis.get(LiveKeys.session(session.id))).doesNotContain("key-1");
    }

    @Test
    void shouldRememberTheNewestSixtyQuestionsOfACandidateOnceEach() {
        // given
        session.completed().send(stack, 0);
        await().atMost(PATIENCE).until(() -> version() == session.history.size());
        assertThat(redis.zrevrange(asked(), 0, -1)).containsExactly("What of q2?", "What of q1?");
        redis.zadd(asked(), 1, "What of q1?");
        for (int other = 1; other <= 70; other++) {
            redis.zadd(asked(), other, "Long ago " + other);
        }

        // when
        session.sendOne(stack, session.history.get(2));
        stack.flush();

        // then
        await().atMost(PATIENCE).until(() -> redis.zcard(asked()) == 60);
        assertThat(redis.zrevrange(asked(), 0, 2)).containsExactly("What of q2?", "What of q1?", "Long ago 70");
        assertThat(redis.zscore(asked(), "What of q1?"))
                .isEqualTo((double) session.startedAt.plusMillis(3).toEpochMilli());
        assertThat(redis.ttl(asked())).isBetween(364 * DAY_SECONDS, 365 * DAY_SECONDS);
    }

    @Test
    void shouldShowTheLatestReadingAndCountABlinkOnce() {
        // given
        session.send(stack, 0);
        for (long seq = 0; seq <= 9; seq++) {
            session.sendFrame(stack, seq);
            session.sendFrame(stack, seq / 2);
        }
        stack.flush();

        // when
        await().atMost(PATIENCE).until(() -> readings() != null && readings().version() == 20);

        // then
        ReadingsSnapshot readings = readings();
        assertThat(readings.frameSeq()).isEqualTo(9);
        assertThat(readings.blinks()).isEqualTo(4);
        assertThat(readings.face()).isEqualTo(new ReadingsSnapshot.Face(10, 20, 30, 40));
        assertThat(readings.emotion().smoothed()).containsEntry("neutral", 0.125f);
    }

    @Test
    void shouldBuildEverythingAgainThatRedisHasLost() {
        // given
        session.send(stack, 0);
        session.sendFrame(stack, 3);
        stack.flush();
        await().atMost(PATIENCE).until(() -> version() == session.history.size() && readings() != null);
        await().atMost(PATIENCE).until(() -> readings().emotion() != null);
        Map<String, String> before = live();

        // when
        redis.flushall();

        // then
        await().atMost(PATIENCE).until(() -> live().equals(before));
    }

    @Test
    void shouldLoseNothingWhileRedisDoesNotAnswer() {
        // given
        session.send(stack, 0);
        await().atMost(PATIENCE).until(() -> version() == session.history.size());

        // when
        redis.clientPause(3_000);
        int before = session.history.size();
        for (long seq = 0; seq < 6; seq++) {
            session.sendFrame(stack, seq);
        }
        session.completed().send(stack, before);

        // then
        await().ignoreExceptions().atMost(PATIENCE).until(() -> version() == session.history.size());
        await().atMost(PATIENCE).until(() -> readings() != null && readings().version() == 12);
        assertThat(readings().blinks()).isEqualTo(2);
        assertThat(decision("complete").accepted()).isTrue();
    }

    @Test
    void shouldGoOnAfterARecordThatCannotBeRead() {
        stack.sendAndWait(Topics.SESSION_EVENTS.name(), session.id, new byte[] {1, 2, 3});

        session.send(stack, 0);

        await().atMost(PATIENCE).until(() -> version() == session.history.size());
    }

    @Test
    void shouldGoOnWhereAnotherInstanceStopped() {
        // given
        session.send(stack, 0);
        await().atMost(PATIENCE).until(() -> version() == session.history.size());

        // when
        try (LiveProjector other = newProjector()) {
            other.start();
            projector.close();
            int before = session.history.size();
            session.tell("erase", new Event.SessionErased()).send(stack, before);

            // then
            await().atMost(PATIENCE).until(() -> version() == session.history.size());
        }
        assertThat(snapshot().state()).isEqualTo(SessionState.ERASED);
    }

    private LiveProjector newProjector() {
        return new LiveProjector(
                stack.kafka(),
                stack.kafka().serdes(),
                stack.redis(),
                Clock.systemUTC(),
                new Health(),
                new Metrics(),
                fatal::set);
    }

    private String asked() {
        return LiveKeys.asked(session.organisation, "candidate-1");
    }

    private Map<String, String> live() {
        return Map.of(
                "session", String.valueOf(redis.get(LiveKeys.session(session.id))),
                "readings", String.valueOf(redis.get(LiveKeys.readings(session.id))),
                "decision", String.valueOf(redis.get(LiveKeys.decision(session.id, "start"))),
                "asked", String.valueOf(redis.zrangeWithScores(asked(), 0, -1)));
    }

    private long version() {
        String json = redis.get(LiveKeys.session(session.id));
        return json == null ? 0 : Json.read(json, SessionSnapshot.class).version();
    }

    private SessionSnapshot snapshot() {
        return Json.read(redis.get(LiveKeys.session(session.id)), SessionSnapshot.class);
    }

    private ReadingsSnapshot readings() {
        String json = redis.get(LiveKeys.readings(session.id));
        return json == null ? null : Json.read(json, ReadingsSnapshot.class);
    }

    private Decision decision(String command) {
        return Json.read(redis.get(LiveKeys.decision(session.id, command)), Decision.class);
    }
}
