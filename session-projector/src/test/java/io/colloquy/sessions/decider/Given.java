package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.EvaluationResult;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Input.Actor;
import io.colloquy.sessions.events.Input.Origin;
import io.colloquy.sessions.events.Input.Role;
import io.colloquy.sessions.events.Personal;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.ScoredBy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values that tests of sessions begin with. */
public final class Given {
    public static final String SESSION = "0195a000-0000-7000-8000-000000000001";
    public static final String ORGANISATION = "0195a000-0000-7000-8000-00000000000a";
    public static final String OTHER_ORGANISATION = "0195a000-0000-7000-8000-00000000000b";
    public static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    public static final Actor CANDIDATE = new Actor("candidate-1", Role.CANDIDATE);
    public static final Actor INTERVIEWER = new Actor("interviewer-1", Role.INTERVIEWER);
    public static final Actor ANALYST = new Actor("analyst-1", Role.ANALYST);
    public static final Actor TIMER = new Actor("system", Role.SYSTEM);

    private Given() {}

    public static Command.StartSession start() {
        return start(false);
    }

    public static Command.StartSession start(boolean adaptive) {
        return new Command.StartSession(
                Optional.of(CANDIDATE.id()),
                Optional.of(sealed("name")),
                "Platform engineer",
                Optional.empty(),
                Optional.empty(),
                "mixed",
                "en",
                5,
                false,
                Optional.of("US"),
                Optional.of("US"),
                adaptive,
                Optional.empty(),
                List.of());
    }

    public static Event.QuestionsPlanned plan(int questions) {
        return new Event.QuestionsPlanned(
                IntStream.rangeClosed(1, questions).mapToObj(Given::question).toList(),
                "built-in-bank",
                "1",
                Optional.empty());
    }

    /** The same with kinds and difficulties that differ. */
    public static Event.QuestionsPlanned varied(int questions) {
        List<Question> varied = plan(questions).questions().stream()
                .map(it -> new Question(
                        it.questionId(),
                        it.text(),
                        it.questionId().hashCode() % 2 == 0 ? "TECHNICAL" : "BEHAVIOURAL",
                        it.category(),
                        1 + Math.floorMod(it.questionId().hashCode() * 7, 5),
                        it.expectedPoints(),
                        it.weight(),
                        it.seconds()))
                .toList();
        return new Event.QuestionsPlanned(varied, "built-in-bank", "1", Optional.empty());
    }

    public static Question question(int position) {
        return new Question(
                "q" + position,
                "Question " + position + "?",
                "TECHNICAL",
                "platform",
                3,
                List.of(new Question.ExpectedPoint("a point", List.of("another wording"))),
                position,
                120);
    }

    public static Personal sealed(String text) {
        return new Personal(
                "aes-256-gcm",
                "key-1",
                ByteBuffer.wrap(new byte[12]),
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static ScoredBy scoredBy() {
        return new ScoredBy(
                "built-in-rubric",
                "rules",
                "1",
                Optional.empty(),
                "built-in",
                "hash",
                Duration.ofMillis(2),
                1,
                0,
                ScoredBy.Details.NONE);
    }

    public static EvaluationResult result(double overall) {
        return new EvaluationResult(
                List.of(new EvaluationResult.Dimension(
                        "relevance", overall, List.of(sealed("quote")), Optional.empty())),
                overall,
                0.8,
                sealed("feedback"),
                scoredBy());
    }

    public static Origin origin(String eventId, Instant at) {
        return new Origin(eventId, SESSION, ORGANISATION, "correlation-1", at);
    }

    public static Input command(String eventId, Instant at, Actor actor, Command command) {
        return new Input.CommandReceived(origin(eventId, at), actor, command);
    }
}
