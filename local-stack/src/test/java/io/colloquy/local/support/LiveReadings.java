package io.colloquy.local.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.LocalPlatform;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds the live readings of a session in Redis against the tables. Each reading raises the live version by one, so a frame
 * that went in twice, or not at all, shows in it.
 */
public final class LiveReadings {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LiveReadings() {}

    /** The same readings, blinks and last frame in both; what was skipped for a newer frame is not in the live ones. */
    public static void assertAsStored(LocalPlatform platform, String session) {
        Tables tables = new Tables(platform);
        UUID id = UUID.fromString(session);
        List<String> stored = tables.rows("""
                select count(*) + (select count(*) from readmodel.emotion_readings where session_id = f.session_id),
                    count(*) filter (where blink), max(frame_seq)
                from readmodel.frame_readings f
                where session_id = ? and reason is distinct from 'SKIPPED_OVERLOAD'
                group by session_id
                """, id);
        AtomicReference<List<String>> live = new AtomicReference<>(List.of());
        await("live readings of " + session)
                .atMost(PATIENCE)
                .failFast(
                        "more in the live readings than in the tables: " + stored,
                        () -> !live.get().isEmpty() && version(live.get()) > version(stored))
                .until(() -> {
                    live.set(live(platform, session));
                    return live.get().equals(stored);
                });
    }

    private static long version(List<String> row) {
        return Long.parseLong(row.getFirst().split(" ", 2)[0]);
    }

    private static List<String> live(LocalPlatform platform, String session) {
        RedisClient client = RedisClient.create(platform.stack().redisUrl());
        try (var connection = client.connect()) {
            String snapshot = connection.sync().get(LiveKeys.readings(session));
            if (snapshot == null) {
                return List.of();
            }
            JsonNode readings = Json.MAPPER.readTree(snapshot);
            return List.of("%d %d %d"
                    .formatted(
                            readings.path("version").asLong(),
                            readings.path("blinks").asInt(),
                            readings.path("frame_seq").asLong()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Expected JSON in Redis, but it is something else", e);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
