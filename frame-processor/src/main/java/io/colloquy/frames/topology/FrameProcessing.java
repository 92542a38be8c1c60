package io.colloquy.frames.topology;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.events.FrameReading;
import io.colloquy.frames.consent.Admission.Admitted;
import io.colloquy.frames.consent.Admission.NotYetKnown;
import io.colloquy.frames.consent.Admission.Refusal;
import io.colloquy.frames.consent.Admission.Refused;
import io.colloquy.frames.consent.ConsentLedger;
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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Consent, then a look at the picture, then a reading: one frame at a time, finished before the next. */
final class FrameProcessing implements Processor<String, CapturedFrame, String, SpecificRecord> {
    private static final Duration CONSENT_PATIENCE = Duration.ofSeconds(2);
    private static final String READ = "READ";
    private static final String FACE_SIGNALS_OFF = "FACE_SIGNALS_OFF";
    private static final String NOT_OPENED = "NOT_OPENED";

    private final Vision vision;
    private final ConsentLedger consents;
    private final Sealer sealer;
    private final Metrics metrics;
    private final Clock clock;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, TrackedStream> tracks;

    FrameProcessing(Vision vision, ConsentLedger consents, Sealer sealer, Metrics metrics, Clock clock) {
        this.vision = vision;
        this.consents = consents;
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
        switch (consents.admit(frame.getSessionId(), captured.getConsentSeq(), CONSENT_PATIENCE)) {
            case Admitted admitted -> lookIfNotErased(incoming, captured, admitted);
            case Refused refused -> settle(incoming, refused.reason().name());
            case NotYetKnown unknown -> settle(incoming, Refusal.CONSENT_UNKNOWN.name());
        }
        metrics.histogram(FrameMetric.AGE)
                .observe(Duration.between(captured.getReceivedAt(), clock.instant())
                                .toNanos()
                        / 1e9);
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
        FrameAnalysis analysis = vision.analyse(jpeg, captured.getCapturedAt(), tracked.track(), admitted.emotion());
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
