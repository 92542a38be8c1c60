package io.colloquy.schemas;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.CapturedFrame;
import io.colloquy.events.EmotionReading;
import io.colloquy.events.Evaluation;
import io.colloquy.events.FrameReading;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.SessionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The topic catalogue. No topic is named anywhere else. */
public final class Topics {

    /** All client input that changes a session, in one order. Owner: ingest-api; session-projector appends timers. */
    public static final Topic<SessionCommand> SESSION_COMMANDS =
            forEver("session-commands", SessionCommand.class, "ingest-api", Guarantee.AT_LEAST_ONCE);

    /** Webcam pictures. Owner: ingest-api. Identity: session, stream, frame_seq. */
    public static final Topic<CapturedFrame> FRAMES =
            kept("frames", CapturedFrame.class, "ingest-api", Duration.ofHours(24));

    /** What was decided, gap-free per session. Owner: session-projector. */
    public static final Topic<SessionEvent> SESSION_EVENTS =
            forEver("session-events", SessionEvent.class, "session-projector", Guarantee.EXACTLY_ONCE);

    /** Accepted answers with all that their evaluation needs. Owner: session-projector. */
    public static final Topic<AcceptedAnswer> ANSWERS =
            forEver("answers", AcceptedAnswer.class, "session-projector", Guarantee.EXACTLY_ONCE);

    /** Proposed questions. Owner: answer-evaluator. */
    public static final Topic<QuestionPlan> QUESTION_PLANS =
            forEver("question-plans", QuestionPlan.class, "answer-evaluator", Guarantee.EXACTLY_ONCE);

    /** What evaluators say of answers. Owner: answer-evaluator. */
    public static final Topic<Evaluation> EVALUATIONS =
            forEver("evaluations", Evaluation.class, "answer-evaluator", Guarantee.EXACTLY_ONCE);

    /** What was seen in each frame, or why nothing was. Owner: frame-processor. Identity: session, stream, frame_seq. */
    public static final Topic<FrameReading> FRAME_READINGS =
            kept("frame-readings", FrameReading.class, "frame-processor", Duration.ofDays(365));

    /** Expression probabilities where the policy allows. Owner: frame-processor. Identity: session, stream, frame_seq. */
    public static final Topic<EmotionReading> EMOTION_READINGS =
            kept("emotion-readings", EmotionReading.class, "frame-processor", Duration.ofDays(7));

    /**
     * Latest settings of each organisation and its question banks; keyed by {@link OrganisationKeys}. Owner: ingest-api, which
     * writes the settings; answer-evaluator writes the banks, in transactions.
     */
    public static final Topic<OrganisationEvent> ORGANISATION_EVENTS = new Topic<>(
            "organisation-events",
            OrganisationEvent.class,
            "ingest-api",
            Guarantee.AT_LEAST_ONCE,
            true,
            Optional.empty());

    private Topics() {}

    /** Every topic with a schema, in a fixed order. */
    public static List<Topic<? extends SpecificRecord>> all() {
        return List.of(
                SESSION_COMMANDS,
                FRAMES,
                SESSION_EVENTS,
                ANSWERS,
                QUESTION_PLANS,
                EVALUATIONS,
                FRAME_READINGS,
                EMOTION_READINGS,
                ORGANISATION_EVENTS);
    }

    /** Where a service puts records that it cannot read: original bytes, with origin and reason in headers. */
    public static String deadLetters(String service) {
        return service + "-dlq";
    }

    /** How long dead letters are kept. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(28);

    /** Services that have a dead-letter topic. */
    public static List<String> deadLetterOwners() {
        return List.of("frame-processor", "answer-evaluator", "session-projector", "ingest-api");
    }

    private static <V extends SpecificRecord> Topic<V> forEver(
            String name, Class<V> type, String owner, Guarantee guarantee) {
        return new Topic<>(name, type, owner, guarantee, false, Optional.empty());
    }

    private static <V extends SpecificRecord> Topic<V> kept(
            String name, Class<V> type, String owner, Duration retention) {
        return new Topic<>(name, type, owner, Guarantee.AT_LEAST_ONCE, false, Optional.of(retention));
    }
}
