package io.colloquy.ingest.live;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import java.time.Duration;
import java.util.Optional;

/** Sessions and decisions as session-projector left them in Redis. Thread-safe; throws RedisException while it is away. */
public final class LiveSessions {
    /** How long this service's own notes about a session are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final RedisLink redis;

    /** @param redis where they are */
    public LiveSessions(RedisLink redis) {
        this.redis = redis;
    }

    /** The session as of its last event. */
    public Optional<SessionSnapshot> snapshot(String sessionId) {
        return redis.get(LiveKeys.session(sessionId)).map(json -> Json.read(json, SessionSnapshot.class));
    }

    /** What became of a command. */
    public Optional<Decision> decision(String sessionId, String commandId) {
        return redis.get(LiveKeys.decision(sessionId, commandId)).map(json -> Json.read(json, Decision.class));
    }

    /** Who asked for a session to be started; known before there is a snapshot. */
    public Optional<String> starter(String sessionId) {
        return redis.get(starterKey(sessionId));
    }

    /** Notes who asked for a session to be started. */
    public void started(String sessionId, String starter) {
        redis.set(starterKey(sessionId), starter, KEPT);
    }

    private static String starterKey(String sessionId) {
        return "starter:" + sessionId;
    }
}
