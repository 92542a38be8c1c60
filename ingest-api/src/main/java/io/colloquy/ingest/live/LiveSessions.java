package io.colloquy.ingest.live;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions and decisions as session-projector left them in Redis. Thread-safe; throws RedisException while it is away. */
public final class LiveSessions {
    /** How long this service's own notes about a session are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

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

    /**
     * The questions that somebody was asked in interviews of an organisation, newest first and no more than a command may
     * carry; none while Redis is away, because an interview does not wait for them.
     */
    public List<String> askedBefore(String organisationId, String candidateId) {
        try {
            return AskedBefore.bounded(redis.highest(LiveKeys.asked(organisationId, candidateId), AskedBefore.MOST));
        } catch (RedisException e) {
            LOG.atWarn().setCause(e).log("what a candidate was asked before is not known at the moment");
            return List.of();
        }
    }

    private static String starterKey(String sessionId) {
        return "starter:" + sessionId;
    }
}
