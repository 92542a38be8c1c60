package io.colloquy.evaluator.topology;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.ExpectedPoint;
import io.colloquy.events.Personal;
import io.colloquy.events.Policy;
import io.colloquy.events.Question;
import io.colloquy.events.Rubric;
import io.colloquy.events.RubricDimension;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import io.colloquy.events.Transcript;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Instant;
import java.util.List;

/** Input records. */
final class Given {
    static final String SESSION = "0197c0de-0000-7000-8000-000000000001";
    static final String ORGANISATION = "0197c0de-0000-7000-8000-00000000000a";
    static final Subject SUBJECT = new Subject(ORGANISATION, SESSION);
    static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    static final String GOOD_ANSWER =
            "First I read the execution plan and measure the latency. Then I add an index, because a full table scan is the "
                    + "usual cause. If that is not enough, I rewrite the query or cache the result.";

    private Given() {}

    static SessionEvent started(Personal jobDescription) {
        return started(jobDescription, null, List.of());
    }

    static SessionEvent started(Personal jobDescription, Personal cv, List<String> planningChain) {
        return event(new SessionStarted(
                null,
                null,
                "Backend developer",
                jobDescription,
                cv,
                "mixed",
                "en",
                5,
                new Policy(EmotionPolicy.OFF, EmotionPolicy.OFF, true, false, null, null),
                rubric(),
                List.of("built-in-rubric"),
                60_000L,
                planningChain,
                false,
                null,
                List.of(),
                null));
    }

    /** The organisation's default bank is not there. */
    static SessionEvent startedWithout(String bankId, List<String> planningChain) {
        SessionStarted started =
                (SessionStarted) started(null, null, planningChain).getPayload();
        return event(SessionStarted.newBuilder(started).setMissingBank(bankId).build());
    }

    static SessionEvent event(Object payload) {
        return new SessionEvent(
                "event-1", SESSION, ORGANISATION, 1L, TIME, null, "correlation-1", null, "system", payload);
    }

    static AcceptedAnswer answer(String answerId, String text, Sealer sealer) {
        return answer(answerId, sealer.seal(SUBJECT, PersonalContent.ANSWER, text), List.of("built-in-rubric"));
    }

    /** Spoken, and heard as something with a confidence. */
    static AcceptedAnswer spoken(String heard, double confidence, String text, List<String> chain, Sealer sealer) {
        Transcript transcript = new Transcript(
                sealer.seal(SUBJECT, PersonalContent.TRANSCRIPT, heard), confidence, "whisper", "small", "en", 20_000L);
        return answer("a-1", sealer.seal(SUBJECT, PersonalContent.ANSWER, text), chain, transcript);
    }

    static AcceptedAnswer answer(String answerId, Personal text, List<String> chain) {
        return answer(answerId, text, chain, null);
    }

    private static AcceptedAnswer answer(String answerId, Personal text, List<String> chain, Transcript transcript) {
        Question question = new Question(
                "s-tec-1",
                "A database query has become slow. How do you find out why, and what can you do about it?",
                "TECHNICAL",
                "software",
                2,
                List.of(
                        new ExpectedPoint("look at the query plan", List.of("execution plan", "explain")),
                        new ExpectedPoint("add an index", List.of("index")),
                        new ExpectedPoint("measure", List.of("benchmark", "latency"))),
                1.0,
                120);
        return new AcceptedAnswer(
                "event-" + answerId,
                SESSION,
                ORGANISATION,
                0L,
                TIME,
                null,
                "correlation-1",
                null,
                new AnswerToEvaluate(answerId, question, text, rubric(), "Backend developer", "en", chain, transcript));
    }

    private static Rubric rubric() {
        return new Rubric(
                "built-in",
                "1",
                "hash",
                List.of(new RubricDimension("relevance", 1.0), new RubricDimension("covered_points", 2.0)));
    }
}
