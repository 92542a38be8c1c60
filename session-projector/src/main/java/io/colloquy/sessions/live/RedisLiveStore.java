package io.colloquy.sessions.live;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * The live view in one Redis (or one behind Sentinel; not a cluster, since a batch spans keys). Positions live in a hash of
 * the same Redis and move by compare-and-set in the script that writes: whatever Redis loses, it loses both.
 */
final class RedisLiveStore implements LiveStore {
    /** Changes when what the keys hold changes shape; everything is then read from the log again. */
    private static final String POSITIONS = "projector:positions:v2";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String WRITE = """
            local position = redis.call('HGET', KEYS[1], ARGV[1])
            if (position or '') ~= ARGV[2] then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            for i = 4, #ARGV, 5 do
              local kind, key, value, ttl, channel = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
              if kind == 'put' and ttl == '' then redis.call('SET', key, value)
              elseif kind == 'put' then redis.call('SET', key, value, 'PX', ttl)
              elseif kind == 'first' then
                if redis.call('SET', key, value, 'NX', 'PX', ttl) then redis.call('PUBLISH', channel, value) end
              elseif kind == 'remember' then
                local at, most, kept = string.match(channel, '^(%d+) (%d+) (%d+)$')
                redis.call('ZADD', key, 'GT', at, value)
                redis.call('ZREMRANGEBYRANK', key, 0, -1 - most)
                local newest = redis.call('ZRANGE', key, -1, -1, 'WITHSCORES')[2]
                redis.call('PEXPIREAT', key, string.format('%.0f', newest + kept))
              elseif kind == 'remove' then redis.call('DEL', key)
              else redis.call('PUBLISH', channel, value) end
            end
            return 1
            """;

    private final RedisClient client;
    private StatefulRedisConnection<String, String> connection;

    /** Connects at the first use, so that Redis may start later. */
    RedisLiveStore(RedisURI uri) {
        this.client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .build());
    }

    @Override
    public Map<String, String> read(Collection<String> keys) {
        Map<String, String> values = new HashMap<>();
        if (!keys.isEmpty()) {
            for (KeyValue<String, String> entry : redis().mget(keys.toArray(String[]::new))) {
                entry.ifHasValue(value -> values.put(entry.getKey(), value));
            }
        }
        return values;
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        Map<String, String> fields = redis().hgetall(POSITIONS);
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            String position = fields.get(partition.toString());
            if (position != null) {
                positions.put(partition, Long.valueOf(position));
            }
        }
        return positions;
    }

    @Override
    public boolean write(TopicPartition partition, OptionalLong from, long to, List<LiveWrite> changes) {
        List<String> arguments = new ArrayList<>();
        arguments.add(partition.toString());
        arguments.add(from.isPresent() ? Long.toString(from.getAsLong()) : "");
        arguments.add(Long.toString(to));
        changes.forEach(change -> arguments.addAll(arguments(change)));
        Long written = redis().eval(
                        WRITE, ScriptOutputType.INTEGER, new String[] {POSITIONS}, arguments.toArray(String[]::new));
        return written == 1;
    }

    private static List<String> arguments(LiveWrite change) {
        return switch (change) {
            case LiveWrite.Put it ->
                List.of(
                        "put",
                        it.key(),
                        it.value(),
                        it.timeToLive().map(RedisLiveStore::millis).orElse(""),
                        "");
            case LiveWrite.PutFirst it -> List.of("first", it.key(), it.value(), millis(it.timeToLive()), it.channel());
            case LiveWrite.Remember it ->
                List.of(
                        "remember",
                        it.key(),
                        it.text(),
                        "",
                        it.at().toEpochMilli() + " " + it.most() + " " + millis(it.kept()));
            case LiveWrite.Remove it -> List.of("remove", it.key(), "", "", "");
            case LiveWrite.Publish it -> List.of("publish", "", it.message(), "", it.channel());
        };
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private RedisCommands<String, String> redis() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection.sync();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
