package io.colloquy.sessions.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Redis as far as the projection uses it; keys do not expire. */
final class InMemoryLiveStore implements LiveStore {
    final Map<String, String> values = new HashMap<>();
    final List<LiveWrite.Publish> published = new ArrayList<>();
    private final Map<String, Map<String, Instant>> remembered = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    @Override
    public Map<String, String> read(Collection<String> keys) {
        Map<String, String> found = new HashMap<>(values);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> found = new HashMap<>(positions);
        found.keySet().retainAll(partitions);
        return found;
    }

    @Override
    public boolean write(TopicPartition partition, OptionalLong from, long to, List<LiveWrite> changes) {
        Long position = positions.get(partition);
        if (!from.equals(position == null ? OptionalLong.empty() : OptionalLong.of(position))) {
            return false;
        }
        positions.put(partition, to);
        changes.forEach(this::make);
        return true;
    }

    void make(LiveWrite change) {
        switch (change) {
            case LiveWrite.Put it -> values.put(it.key(), it.value());
            case LiveWrite.PutFirst it -> {
                if (values.putIfAbsent(it.key(), it.value()) == null) {
                    published.add(new LiveWrite.Publish(it.channel(), it.value()));
                }
            }
            case LiveWrite.Remember it -> {
                Map<String, Instant> texts = remembered.computeIfAbsent(it.key(), key -> new HashMap<>());
                texts.merge(it.text(), it.at(), (one, other) -> one.isAfter(other) ? one : other);
                while (texts.size() > it.most()) {
                    texts.remove(newestFirst(it.key()).getLast());
                }
            }
            case LiveWrite.Remove it -> values.remove(it.key());
            case LiveWrite.Publish it -> published.add(it);
        }
    }

    List<String> newestFirst(String key) {
        return remembered.getOrDefault(key, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey())
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        values.clear();
    }
}
