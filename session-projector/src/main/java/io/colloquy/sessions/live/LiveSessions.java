package io.colloquy.sessions.live;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.SessionFold;
import io.colloquy.sessions.model.SessionModel;
import io.colloquy.sessions.projection.TopicReader.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Folds events into snapshots and decisions. Snapshots are written before decisions, and both before anybody is told: who
 * hears of a decision finds a snapshot that has it.
 */
final class LiveSessions {
    private final LiveStore store;
    private final SessionHistory history;
    private final Clock clock;

    LiveSessions(LiveStore store, SessionHistory history, Clock clock) {
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /** What a batch of events changes in Redis. */
    List<LiveWrite> changes(List<Entry<RecordedEvent>> entries) {
        Map<String, SessionModel> models = load(entries);
        SequencedSet<String> changed = new LinkedHashSet<>();
        List<LiveWrite> decisions = new ArrayList<>();
        List<LiveWrite> asked = new ArrayList<>();
        for (Entry<RecordedEvent> entry : entries) {
            RecordedEvent recorded = entry.value();
            Optional<SessionModel> before = modelBefore(entry, models);
            SessionFold.fold(before, recorded).map(SessionModel::withoutContent).ifPresent(after -> {
                models.put(recorded.sessionId(), after);
                AskedQuestions.of(after, recorded).ifPresent(asked::add);
                if (before.isEmpty() || after.seq() > before.get().seq()) {
                    changed.add(recorded.sessionId());
                }
            });
            decision(recorded).ifPresent(decisions::add);
        }
        List<LiveWrite> changes = new ArrayList<>();
        changed.forEach(sessionId -> changes.addAll(snapshot(models.get(sessionId))));
        changes.addAll(asked);
        changes.addAll(decisions);
        changed.forEach(sessionId -> changes.add(new LiveWrite.Publish(
                LiveKeys.session(sessionId), Long.toString(models.get(sessionId).seq()))));
        return changes;
    }

    private Map<String, SessionModel> load(List<Entry<RecordedEvent>> entries) {
        Map<String, SessionModel> models = new HashMap<>();
        List<String> keys = entries.stream()
                .map(entry -> LiveKeyspace.sessionState(entry.value().sessionId()))
                .distinct()
                .toList();
        for (String json : store.read(keys).values()) {
            Stored.read(json, SessionModel.class)
                    .ifPresent(model -> models.put(model.opening().sessionId(), model));
        }
        return models;
    }

    /** A session that is not here any more, or not as we write it, is read from the log again. */
    private Optional<SessionModel> modelBefore(Entry<RecordedEvent> entry, Map<String, SessionModel> models) {
        RecordedEvent recorded = entry.value();
        SessionModel known = models.get(recorded.sessionId());
        boolean needsNone =
                recorded.event() instanceof Event.SessionStarted || recorded.event() instanceof Event.CommandRejected;
        if (known != null || needsNone) {
            return Optional.ofNullable(known);
        }
        Optional<SessionModel> model = Optional.empty();
        for (RecordedEvent earlier : history.before(entry.source())) {
            model = SessionFold.fold(model, earlier).map(SessionModel::withoutContent);
        }
        return model;
    }

    private List<LiveWrite> snapshot(SessionModel model) {
        String sessionId = model.opening().sessionId();
        Optional<Duration> timeToLive =
                model.progress().state().open() ? Optional.empty() : Optional.of(LiveKeyspace.KEPT_AFTER_CLOSE);
        List<LiveWrite> writes = new ArrayList<>();
        writes.add(new LiveWrite.Put(LiveKeyspace.sessionState(sessionId), Json.write(model), timeToLive));
        writes.add(new LiveWrite.Put(LiveKeys.session(sessionId), Json.write(Snapshots.of(model)), timeToLive));
        if (model.erased()) {
            writes.add(new LiveWrite.Remove(LiveKeys.readings(sessionId)));
            writes.add(new LiveWrite.Remove(LiveKeyspace.readingsState(sessionId)));
        }
        return writes;
    }

    /** Nobody waits any more for what was decided a day ago: reading the log again brings no old decisions back. */
    private Optional<LiveWrite> decision(RecordedEvent recorded) {
        Duration left = LiveKeyspace.DECISION_KEPT.minus(Duration.between(recorded.occurredAt(), clock.instant()));
        if (!left.isPositive()) {
            return Optional.empty();
        }
        return recorded.causationId()
                .map(commandId -> new LiveWrite.PutFirst(
                        LiveKeys.decision(recorded.sessionId(), commandId),
                        Json.write(Decisions.of(recorded)),
                        left,
                        LiveKeys.session(recorded.sessionId())));
    }
}
