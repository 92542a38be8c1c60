package io.colloquy.local.emotion;

import io.colloquy.events.EmotionRead;
import io.colloquy.events.EmotionReading;
import io.colloquy.events.FaceBox;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameReading;
import io.colloquy.platform.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What was seen in each frame of an interview, in the order of the frames.
 *
 * @param seen one entry a frame
 */
record Readings(List<Seen> seen) {
    private static final int LABELS = 7;

    /**
     * One frame.
     *
     * @param faces how many
     * @param likeliest index of the expression that stands out
     */
    record Seen(int faces, boolean eyesOpen, boolean blink, int likeliest) {}

    static final Readings NONE = new Readings(List.of());

    static Readings random(int frames, Random random) {
        return new Readings(IntStream.range(0, frames)
                .mapToObj(frame -> new Seen(
                        random.nextInt(3), random.nextBoolean(), random.nextInt(20) == 0, random.nextInt(LABELS)))
                .toList());
    }

    /** Every frame the same. */
    static Readings all(int frames, Seen seen) {
        return new Readings(Collections.nCopies(frames, seen));
    }

    Readings shuffled(Random random) {
        List<Seen> other = new ArrayList<>(seen);
        Collections.shuffle(other, random);
        return new Readings(List.copyOf(other));
    }

    Readings reversed() {
        return new Readings(seen.reversed());
    }

    FrameReading face(int frame, String session, String organisation, Instant time) {
        Seen it = seen.get(frame);
        List<FaceBox> boxes = IntStream.range(0, it.faces())
                .mapToObj(index -> new FaceBox(40 * index, 50, 90, 90))
                .toList();
        return FrameReading.newBuilder()
                .setEventId(Ids.named("face-" + frame).toString())
                .setSessionId(session)
                .setOrganisationId(organisation)
                .setSeq(0)
                .setOccurredAt(time)
                .setCorrelationId("test")
                .setPayload(FaceRead.newBuilder()
                        .setStream("stream")
                        .setFrameSeq(frame)
                        .setCapturedAt(time)
                        .setWidth(640)
                        .setHeight(480)
                        .setFaces(boxes)
                        .setCandidateFace(boxes.isEmpty() ? -1 : 0)
                        .setEyesOpen(it.eyesOpen())
                        .setBlink(it.blink())
                        .setSharpness(1.0)
                        .setBrightness(100.0)
                        .setProcessingUs(1_000)
                        .setReceivedAt(time)
                        .build())
                .build();
    }

    EmotionReading emotion(int frame, String session, String organisation, Instant time) {
        List<Float> probabilities = IntStream.range(0, LABELS)
                .mapToObj(label -> label == seen.get(frame).likeliest() ? 0.94f : 0.01f)
                .toList();
        return EmotionReading.newBuilder()
                .setEventId(Ids.named("emotion-" + frame).toString())
                .setSessionId(session)
                .setOrganisationId(organisation)
                .setSeq(0)
                .setOccurredAt(time)
                .setCorrelationId("test")
                .setPayload(new EmotionRead("stream", (long) frame, time, probabilities, probabilities, "hash"))
                .build();
    }
}
