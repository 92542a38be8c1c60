package io.colloquy.local.readmodel;

import io.colloquy.events.EmotionRead;
import io.colloquy.events.EmotionReading;
import io.colloquy.events.FaceBox;
import io.colloquy.events.FacePresence;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameReading;
import io.colloquy.events.PresenceChange;
import io.colloquy.events.SessionEvent;
import io.colloquy.schemas.Topics;
import io.colloquy.sessions.events.EvaluationResult;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.Personal;
import io.colloquy.sessions.events.Policy;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.events.Rejection;
import io.colloquy.sessions.events.Rubric;
import io.colloquy.sessions.events.ScoredBy;
import io.colloquy.sessions.events.Transcript;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** An interview of two questions as it stands on the topics, told event by event. */
final class SampleSession {
    static final String STREAM = "stream-1";

    private static final Transcript HEARD = new Transcript(
            sealed("wards"), OptionalDouble.of(0.6), "whisper", "small", Optional.of("en"), Duration.ofSeconds(18));
    private static final ScoredBy SCORER = new ScoredBy(
            "built-in-rubric",
            "rules",
            "1",
            Optional.empty(),
            "built-in",
            "hash",
            Duration.ofMillis(3),
            1,
            0,
            new ScoredBy.Details(
                    Map.of("temperature", "0"),
                    120,
                    40,
                    true,
                    List.of(new ScoredBy.Fallback("openai", "PROVIDER_TIMEOUT")),
                    List.of("ROLE_TAG")));

    final String id = UUID.randomUUID().toString();
    final String organisation;
    final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    final List<RecordedEvent> history = new ArrayList<>();

    SampleSession(String organisation) {
        this.organisation = organisation;
    }

    SampleSession running() {
        return running("Platform engineer");
    }

    SampleSession running(String jobTitle) {
        tell("start", started(jobTitle));
        tell(
                "plan",
                new Event.QuestionsPlanned(
                        List.of(question("q1", 1), question("q2", 3)), "bank", "1", Optional.empty()));
        tell("plan", new Event.QuestionAsked("q1", 1, OptionalInt.empty()));
        return tell("consent", new Event.ConsentGiven(true, "1"));
    }

    /** Overall 6.5: one answer scored, one flagged. */
    SampleSession completed() {
        tell(
                "answer-1",
                new Event.AnswerAccepted("a1", "q1", sealed("words"), Duration.ofSeconds(20), Optional.of(HEARD)));
        tell("answer-1", new Event.QuestionAsked("q2", 2, OptionalInt.empty()));
        tell("scored-1", new Event.AnswerScored("a1", "q1", result(6.5)));
        tell(
                "late",
                new Event.CommandRejected("late", "SubmitAnswer", Rejection.INVALID_STATE, "Expected q2, but got q1"));
        tell("answer-2", new Event.AnswerAccepted("a2", "q2", sealed(""), Duration.ofSeconds(1), Optional.empty()));
        tell("complete", new Event.SessionCompleted());
        tell("flag-2", new Event.NotGradable("a2", "q2", "EMPTY", "There is no answer.", SCORER));
        return tell("flag-2", new Event.SessionEvaluated(OptionalDouble.of(6.5), 1, 1, 0, 0));
    }

    SampleSession tell(String cause, Event event) {
        long seq = history.size() + 1L;
        history.add(new RecordedEvent(
                id + ":" + seq,
                id,
                organisation,
                seq,
                startedAt.plusMillis(seq),
                Optional.of(cause),
                "correlation",
                Optional.empty(),
                "candidate-1",
                event));
        return this;
    }

    /** Everything told so far, or the part from an event on. */
    void send(ReadModelStack stack, int from) {
        history.subList(from, history.size()).forEach(event -> sendOne(stack, event));
        stack.flush();
    }

    void sendOne(ReadModelStack stack, RecordedEvent event) {
        SessionEvent value = EventMapping.toAvro(event);
        stack.send(Topics.SESSION_EVENTS, id, value);
    }

    /** A frame that was read, with an emotion; every third ends a blink. */
    void sendFrame(ReadModelStack stack, long seq) {
        Instant at = startedAt.plusMillis(seq * 100);
        stack.send(
                Topics.FRAME_READINGS,
                id,
                FrameReading.newBuilder()
                        .setEventId(id + ":frame:" + seq)
                        .setSessionId(id)
                        .setOrganisationId(organisation)
                        .setSeq(0)
                        .setOccurredAt(at)
                        .setCorrelationId("correlation")
                        .setPayload(FaceRead.newBuilder()
                                .setStream(STREAM)
                                .setFrameSeq(seq)
                                .setCapturedAt(at)
                                .setReceivedAt(at)
                                .setWidth(640)
                                .setHeight(480)
                                .setFaces(List.of(new FaceBox(10, 20, 30, 40)))
                                .setCandidateFace(0)
                                .setEyesOpen(true)
                                .setBlink(seq % 3 == 0)
                                .setSharpness(12.5)
                                .setBrightness(100.0)
                                .setProcessingUs(800L)
                                .setPresence(FacePresence.ONE_FACE)
                                .setPresenceChange(seq == 0 ? PresenceChange.FOUND : PresenceChange.NONE)
                                .setOthersSeenAt(at)
                                .setContrast(40.0)
                                .setRollDegrees(-3.5)
                                .setQualityFlags(List.of("SMALL_FACE"))
                                .setBlinksPerMinute(15.0)
                                .build())
                        .build());
        List<Float> even = Collections.nCopies(7, 0.125f);
        stack.send(
                Topics.EMOTION_READINGS,
                id,
                EmotionReading.newBuilder()
                        .setEventId(id + ":emotion:" + seq)
                        .setSessionId(id)
                        .setOrganisationId(organisation)
                        .setSeq(0)
                        .setOccurredAt(at)
                        .setCorrelationId("correlation")
                        .setPayload(new EmotionRead(STREAM, seq, at, even, even, "model"))
                        .build());
    }

    static Personal sealed(String text) {
        return new Personal(
                "aes-256-gcm",
                "key-1",
                ByteBuffer.wrap(new byte[12]),
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Event started(String jobTitle) {
        return new Event.SessionStarted(
                Optional.of("candidate-1"),
                Optional.of(sealed("name")),
                jobTitle,
                Optional.empty(),
                Optional.empty(),
                "mixed",
                "en",
                2,
                new Policy(
                        Policy.Emotion.PRACTICE,
                        Policy.Emotion.REVIEWER,
                        true,
                        false,
                        Optional.of("DE"),
                        Optional.empty()),
                new Rubric("built-in", "1", "hash", List.of(new Rubric.Dimension("relevance", 1))),
                List.of("built-in-rubric"),
                Duration.ofMinutes(30),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Question question(String id, double weight) {
        return new Question(id, "What of " + id + "?", "TECHNICAL", "platform", 2, List.of(), weight, 90);
    }

    private static EvaluationResult result(double overall) {
        return new EvaluationResult(
                List.of(new EvaluationResult.Dimension(
                        "relevance", overall, List.of(sealed("quote")), Optional.of(sealed("why")))),
                overall,
                0.9,
                sealed("feedback"),
                SCORER);
    }
}
