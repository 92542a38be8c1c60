package io.colloquy.sessions.live;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.projection.TopicReader.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Folds readings into what the candidate's page and the board show. Readings of an erased session are dropped. */
final class LiveReadings {
    private final LiveStore store;

    LiveReadings(LiveStore store) {
        this.store = store;
    }

    /** What a batch of readings changes in Redis. */
    <D> List<LiveWrite> changes(
            List<Entry<D>> entries, Function<D, String> session, BiFunction<ReadingsState, D, ReadingsState> fold) {
        SequencedSet<String> sessions = new LinkedHashSet<>();
        entries.forEach(entry -> sessions.add(session.apply(entry.value())));
        Map<String, String> stored = store.read(sessions.stream()
                .flatMap(id -> Stream.of(LiveKeyspace.readingsState(id), LiveKeys.session(id)))
                .toList());
        sessions.removeIf(id -> erased(stored.get(LiveKeys.session(id))));
        Map<String, ReadingsState> states = new HashMap<>();
        sessions.forEach(id -> states.put(id, state(stored.get(LiveKeyspace.readingsState(id)))));
        for (Entry<D> entry : entries) {
            states.computeIfPresent(session.apply(entry.value()), (id, state) -> fold.apply(state, entry.value()));
        }
        List<LiveWrite> changes = new ArrayList<>();
        sessions.forEach(id -> changes.addAll(writes(id, states.get(id))));
        return changes;
    }

    private static boolean erased(String snapshot) {
        return Stored.read(snapshot, SessionSnapshot.class)
                .filter(it -> it.state() == SessionState.ERASED)
                .isPresent();
    }

    private static ReadingsState state(String json) {
        return Stored.read(json, ReadingsState.class).orElse(ReadingsState.EMPTY);
    }

    private static List<LiveWrite> writes(String sessionId, ReadingsState state) {
        List<LiveWrite> writes = new ArrayList<>();
        Optional<Duration> timeToLive = Optional.of(LiveKeyspace.KEPT_AFTER_CLOSE);
        writes.add(new LiveWrite.Put(LiveKeyspace.readingsState(sessionId), Json.write(state), timeToLive));
        state.snapshot().ifPresent(snapshot -> {
            String key = LiveKeys.readings(sessionId);
            writes.add(new LiveWrite.Put(key, Json.write(snapshot), timeToLive));
            writes.add(new LiveWrite.Publish(key, Long.toString(snapshot.version())));
        });
        return writes;
    }
}
