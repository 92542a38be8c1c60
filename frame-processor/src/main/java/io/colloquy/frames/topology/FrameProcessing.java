package io.colloquy.frames.topology;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.events.FrameReading;
import io.colloquy.frames.consent.Admission.Admitted;
import io.colloquy.frames.consent.Admission.NotYetKnown;
import io.colloquy.frames.consent.Admission.Refusal;
import io.colloquy.frames.consent.Admission.Refused;
import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.overload.Backlog;
import io.colloquy.frames.overload.Skipped;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.wire.EventHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consent, then its turn, then a look at the picture, then a reading: one frame at a time, finished before the next. */
final class FrameProcessing implements Processor<String, CapturedFrame, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(FrameProcessing.class);
    private static final Duration CONSENT_PATIENCE = Duration.ofSeconds(2);
    private static final String READ = "READ";
    private static final String FACE_SIGNALS_OFF = "FACE_SIGNALS_OFF";
    private static final String NOT_OPENED = "NOT_OPENED";
    private static final String VISION_FAILED = "VISION_FAILED";

    private final Vision vision;
    private final ConsentLedger consents;
    private final Backlog backlog;
    private final Sealer sealer;
    private final Metrics metrics;
    private final Clock clock;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, TrackedStream> tracks;

    FrameProcessing(
            Vision vision, ConsentLedger consents, Backlog backlog, Sealer sealer, Metrics metrics, Clock clock) {
        this.vision = vision;
        this.consents = consents;
        this.backlog = backlog;
        this.sealer = sealer;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        this.context = processorContext;
        this.tracks = processorContext.getStateStore(FrameTopology.TRACKS);
    }

    @Override
    public void process(Record<String, CapturedFrame> incoming) {
        CapturedFrame frame = incoming.value();
        FrameCaptured captured = (FrameCaptured) frame.getPayload();
        switch (consents.admit(frame.getSessionId(), captured.getConsentSeq(), patience(captured))) {
            case Admitted admitted -> lookIfNotSkipped(incoming, captured, admitted);
            case Refused refused -> settle(incoming, refused.reason().name());
            case NotYetKnown unknown -> settle(incoming, Refusal.CONSENT_UNKNOWN.name());
        }
        metrics.histogram(FrameMetric.AGE).observe(age(captured).toNanos() / 1e9);
    }

    @Override
    public void close() {
        backlog.close();
    }

    /** What is left of it for this frame: those behind one that was waited for must not be waited for each. */
    private Duration patience(FrameCaptured captured) {
        Duration left = CONSENT_PATIENCE.minus(age(captured));
        return left.compareTo(CONSENT_PATIENCE) > 0 ? CONSENT_PATIENCE : left;
    }

    private Duration age(FrameCaptured captured) {
        return Duration.between(captured.getReceivedAt(), clock.instant());
    }

    /** Before the picture is opened, so that leaving one out costs next to nothing. */
    private void lookIfNotSkipped(Record<String, CapturedFrame> incoming, FrameCaptured captured, Admitted admitted) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        Optional<Skipped> skipped = backlog.judge(incoming.key(), place.partition(), place.offset(), age(captured));
        if (skipped.isPresent()) {
            settle(incoming, skipped.get().name());
        } else {
            lookIfNotErased(incoming, captured, admitted);
        }
    }

    private void lookIfNotErased(Record<String, CapturedFrame> incoming, FrameCaptured captured, Admitted admitted) {
        CapturedFrame frame = incoming.value();
        Subject subject = new Subject(frame.getOrganisationId(), frame.getSessionId());
        byte[] jpeg;
        try {
            jpeg = sealer.open(subject, PersonalContent.IMAGE, captured.getImage());
        } catch (KeyDestroyedException e) {
            settle(incoming, Refusal.ERASED.name());
            return;
        } catch (IllegalArgumentException e) {
            // Sealed for somebody else, or changed since: this frame is lost, the ones behind it are not.
            settle(incoming, NOT_OPENED);
            return;
        }
        look(incoming, captured, admitted, jpeg);
    }

    private void look(Record<String, CapturedFrame> incoming, FrameCaptured captured, Admitted admitted, byte[] jpeg) {
        String session = incoming.value().getSessionId();
        TrackedStream tracked = TrackedStream.orNew(tracks.get(session), captured.getStream());
        long started = System.nanoTime();
        FrameAnalysis analysis;
        try {
            analysis = vision.analyse(jpeg, captured.getCapturedAt(), tracked.track(), admitted.emotion());
        } catch (Exception e) {
            // A bug that one picture brought out; stopping for it would hold up every session of the partition.
            LOG.atError().addKeyValue("session_id", session).setCause(e).log("a picture could not be looked at");
            settle(incoming, VISION_FAILED);
            return;
        }
        long micros = (System.nanoTime() - started) / 1_000;
        metrics.histogram(FrameMetric.PROCESSING).observe(micros / 1e6);
        if (tracked.precedes(captured.getFrameSeq())) {
            tracks.put(session, tracked.after(captured.getFrameSeq(), analysis.next()));
        }
        switch (analysis) {
            case FrameAnalysis.Read read -> settle(incoming, read, admitted, micros);
            case FrameAnalysis.Unread unread -> settle(incoming, unread.reason().name());
        }
    }

    private void settle(
            Record<String, CapturedFrame> incoming, FrameAnalysis.Read read, Admitted admitted, long micros) {
        Instant now = clock.instant();
        if (admitted.faceSignals()) {
            forward(incoming, Readings.read(incoming.value(), read, micros, now), READ, now);
        } else {
            forward(incoming, Readings.notRead(incoming.value(), FACE_SIGNALS_OFF, now), FACE_SIGNALS_OFF, now);
        }
        if (admitted.emotion() && read.candidate() >= 0 && read.expression().isEmpty()) {
            metrics.counter(FrameMetric.EMOTIONS_OMITTED).inc();
        }
        read.expression()
                .filter(expression -> admitted.emotion())
                .map(expression -> Readings.emotion(incoming.value(), expression, now))
                .ifPresent(emotion -> context.forward(
                        outgoing(incoming, emotion, emotion.getEventId(), "EmotionRead", now),
                        FrameTopology.EMOTION_READINGS));
    }

    private void settle(Record<String, CapturedFrame> incoming, String reason) {
        Instant now = clock.instant();
        forward(incoming, Readings.notRead(incoming.value(), reason, now), reason, now);
    }

    private void forward(Record<String, CapturedFrame> incoming, FrameReading reading, String outcome, Instant now) {
        metrics.counter(FrameMetric.READINGS).labels(outcome).inc();
        String type = reading.getPayload().getClass().getSimpleName();
        context.forward(outgoing(incoming, reading, reading.getEventId(), type, now), FrameTopology.FRAME_READINGS);
    }

    private static Record<String, SpecificRecord> outgoing(
            Record<String, CapturedFrame> incoming, SpecificRecord value, String id, String type, Instant now) {
        String trace = EventHeaders.traceparentOrNew(incoming.headers());
        Headers headers = new EventHeaders(id, type, FrameTopology.SERVICE, now, trace).toHeaders();
        return new Record<>(incoming.key(), value, now.toEpochMilli(), headers);
    }
}
