package io.colloquy.frames.topology;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.EmotionRead;
import io.colloquy.events.EmotionReading;
import io.colloquy.events.FaceBox;
import io.colloquy.events.FacePresence;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameCaptured;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.events.PresenceChange;
import io.colloquy.frames.vision.Expression;
import io.colloquy.frames.vision.EyeState;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Pose;
import io.colloquy.frames.vision.Quality;
import io.colloquy.frames.vision.QualityFlag;
import io.colloquy.platform.ids.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the events that say what became of a frame. Ids repeat for the same frame, so that sinks can drop duplicates. */
final class Readings {
    private Readings() {}

    static FrameReading read(CapturedFrame frame, FrameAnalysis.Read read, long processingMicros, Instant now) {
        FrameCaptured captured = (FrameCaptured) frame.getPayload();
        return reading(
                frame,
                now,
                FaceRead.newBuilder()
                        .setStream(captured.getStream())
                        .setFrameSeq(captured.getFrameSeq())
                        .setCapturedAt(captured.getCapturedAt())
                        .setReceivedAt(captured.getReceivedAt())
                        .setWidth(read.width())
                        .setHeight(read.height())
                        .setFaces(read.faces().stream()
                                .map(box -> new FaceBox(box.x(), box.y(), box.width(), box.height()))
                                .toList())
                        .setCandidateFace(read.candidate())
                        .setEyesOpen(open(read.eyes()))
                        .setBlink(read.blink())
                        .setSharpness(read.quality().map(Quality::sharpness).orElse(null))
                        .setBrightness(read.quality().map(Quality::brightness).orElse(null))
                        .setProcessingUs(processingMicros)
                        .setPresence(FacePresence.valueOf(read.presence().name()))
                        .setPresenceChange(PresenceChange.valueOf(read.shift().name()))
                        .setOthersSeenAt(read.othersSeenAt().orElse(null))
                        .setContrast(read.quality().map(Quality::contrast).orElse(null))
                        .setRollDegrees(known(read.quality().map(Quality::pose).map(Pose::roll)))
                        .setQualityFlags(read.quality().map(Quality::flags).stream()
                                .flatMap(List::stream)
                                .map(QualityFlag::name)
                                .toList())
                        .setBlinksPerMinute(known(Optional.of(read.blinksPerMinute())))
                        .build());
    }

    static FrameReading notRead(CapturedFrame frame, String reason, Instant now) {
        FrameCaptured captured = (FrameCaptured) frame.getPayload();
        return reading(
                frame,
                now,
                FrameNotRead.newBuilder()
                        .setStream(captured.getStream())
                        .setFrameSeq(captured.getFrameSeq())
                        .setCapturedAt(captured.getCapturedAt())
                        .setReceivedAt(captured.getReceivedAt())
                        .setReason(reason)
                        .build());
    }

    static EmotionReading emotion(CapturedFrame frame, Expression expression, Instant now) {
        FrameCaptured captured = (FrameCaptured) frame.getPayload();
        return EmotionReading.newBuilder()
                .setEventId(id(frame, captured, "emotion"))
                .setSessionId(frame.getSessionId())
                .setOrganisationId(frame.getOrganisationId())
                .setSeq(0)
                .setOccurredAt(now)
                .setCausationId(frame.getEventId())
                .setCorrelationId(frame.getCorrelationId())
                .setPayload(EmotionRead.newBuilder()
                        .setStream(captured.getStream())
                        .setFrameSeq(captured.getFrameSeq())
                        .setCapturedAt(captured.getCapturedAt())
                        .setProbabilities(expression.now().values())
                        .setSmoothed(expression.smoothed().values())
                        .setModelHash(expression.modelHash())
                        .build())
                .build();
    }

    private static FrameReading reading(CapturedFrame frame, Instant now, Object payload) {
        return FrameReading.newBuilder()
                .setEventId(id(frame, (FrameCaptured) frame.getPayload(), "reading"))
                .setSessionId(frame.getSessionId())
                .setOrganisationId(frame.getOrganisationId())
                .setSeq(0)
                .setOccurredAt(now)
                .setCausationId(frame.getEventId())
                .setCorrelationId(frame.getCorrelationId())
                .setPayload(payload)
                .build();
    }

    private static String id(CapturedFrame frame, FrameCaptured captured, String kind) {
        return Ids.named(String.join(
                        "/", frame.getSessionId(), captured.getStream(), Long.toString(captured.getFrameSeq()), kind))
                .toString();
    }

    private static Double known(Optional<OptionalDouble> value) {
        return value.filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(null);
    }

    private static Boolean open(EyeState eyes) {
        return switch (eyes) {
            case OPEN -> true;
            case CLOSED -> false;
            case UNKNOWN -> null;
        };
    }
}
