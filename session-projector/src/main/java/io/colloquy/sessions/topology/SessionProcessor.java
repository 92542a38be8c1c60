package io.colloquy.sessions.topology;

import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.decider.Decider;
import io.colloquy.sessions.decider.OrganisationSettings;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.InputMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the session, lets the decider decide, appends to the history, stores and forwards. */
final class SessionProcessor implements Processor<String, SpecificRecord, String, byte[]> {
    /** How often silent sessions are looked for; a session may live so much longer than its idle timeout. */
    static final Duration IDLE_CHECK = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SessionProcessor.class);

    private final EventSerdes serdes;
    private final Metrics metrics;
    private final IdleWatch idle = new IdleWatch();
    private KeyValueStore<String, StoredSession> sessions;
    private OrganisationStore organisations;
    private Outputs outputs;
    private History history;

    SessionProcessor(EventSerdes serdes, Metrics metrics) {
        this.serdes = serdes;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        sessions = context.getStateStore(SessionTopology.SESSIONS);
        organisations = new OrganisationStore(
                context.getStateStore(SessionTopology.ORGANISATIONS), serdes.deserializer(Topics.ORGANISATION_EVENTS));
        outputs = new Outputs(context, serdes);
        history = new History(outputs::bytes);
        watchRestoredSessions();
        context.schedule(IDLE_CHECK, PunctuationType.WALL_CLOCK_TIME, this::expire);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        Input input = InputMapping.fromAvro(record.value(), Instant.ofEpochMilli(record.timestamp()));
        String sessionId = input.origin().sessionId();
        if (!sessionId.equals(record.key())) {
            metrics.counter(SessionMetric.STRAYS).inc();
            LOG.atWarn().addKeyValue("session_id", sessionId).log("ignored a record under another session's key");
            return;
        }
        StoredSession known = sessions.get(sessionId);
        StoredSession before = known == null ? StoredSession.UNKNOWN : known;
        List<Event> decided = Decider.decide(before.session(), input, settings(input));
        if (decided.isEmpty()) {
            metrics.counter(SessionMetric.IGNORED)
                    .labels(input.getClass().getSimpleName())
                    .inc();
            return;
        }
        StoredSession after = append(before, input, decided, EventHeaders.traceparentOrNew(record.headers()));
        sessions.put(sessionId, after);
        idle.update(sessionId, after.session());
    }

    private StoredSession append(StoredSession before, Input input, List<Event> decided, String traceparent) {
        StoredSession session = before;
        for (Event event : decided) {
            count(event);
            History.Appended appended = history.append(session, input, event);
            outputs.event(appended.recorded(), appended.bytes(), traceparent);
            if (event instanceof Event.AnswerAccepted accepted) {
                outputs.answer(appended.recorded(), accepted, session.session(), traceparent);
            }
            session = appended.after();
        }
        return session;
    }

    private void count(Event event) {
        metrics.counter(SessionMetric.EVENTS).labels(event.type()).inc();
        if (event instanceof Event.CommandRejected rejected) {
            metrics.counter(SessionMetric.REJECTIONS)
                    .labels(rejected.commandType(), rejected.rejection().name())
                    .inc();
        }
    }

    private OrganisationSettings settings(Input input) {
        return input instanceof Input.CommandReceived received
                        && received.command() instanceof Command.StartSession start
                ? organisations.settings(input.origin().organisationId(), start.bankId())
                : OrganisationSettings.DEFAULT;
    }

    private void watchRestoredSessions() {
        try (KeyValueIterator<String, StoredSession> restored = sessions.all()) {
            while (restored.hasNext()) {
                KeyValue<String, StoredSession> entry = restored.next();
                idle.update(entry.key, entry.value.session());
            }
        }
    }

    private void expire(long nowMillis) {
        Instant now = Instant.ofEpochMilli(nowMillis);
        idle.due(now).forEach(silence -> outputs.expireIfIdle(silence, now));
    }
}
