package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.AnswerLabel;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Input.Actor;
import io.colloquy.sessions.events.Input.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A candidate, a planner, an evaluator and a timer that act in a random order, each in its own topic. Some inputs come
 * twice, some are nonsense, and the clocks of the topics differ.
 */
public final class RandomInterview {
    private final Random random;
    private final Interview interview = new Interview();
    private final Deque<Input> plans = new ArrayDeque<>();
    private final Deque<Input> evaluations = new ArrayDeque<>();
    private final List<Input> past = new ArrayList<>();
    private final boolean hurried;
    private final boolean adaptive;
    private Instant now = Given.START;
    private int inputs;

    public RandomInterview(long seed) {
        random = new Random(seed);
        hurried = random.nextInt(3) > 0;
        adaptive = random.nextBoolean();
    }

    /** Plays so many inputs, then lets the planner and the evaluator finish. */
    public Interview play(int steps) {
        for (int i = 0; i < steps; i++) {
            now = now.plusMillis(random.nextInt(60_000));
            take(next());
        }
        while (!plans.isEmpty() || !evaluations.isEmpty()) {
            take(plans.isEmpty() ? evaluations.poll() : plans.poll());
        }
        return interview;
    }

    /** The inputs that were played, in order. */
    public List<Input> past() {
        return List.copyOf(past);
    }

    private Input next() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> plans.isEmpty() ? sensible() : plans.poll();
            case 2, 3, 4 -> evaluations.isEmpty() ? sensible() : evaluations.poll();
            case 5 -> past.isEmpty() ? sensible() : past.get(random.nextInt(past.size()));
            case 6 -> nonsense();
            case 7 -> timer();
            default -> sensible();
        };
    }

    private void take(Input input) {
        past.add(input);
        for (Event event : interview.take(input)) {
            switch (event) {
                case Event.SessionStarted it -> propose();
                case Event.AnswerAccepted it -> evaluate(it);
                default -> {}
            }
        }
    }

    private void propose() {
        for (int i = random.nextInt(2); i >= 0; i--) {
            plans.add(new Input.PlanProposed(origin(), Given.varied(1 + random.nextInt(8))));
        }
    }

    private void evaluate(Event.AnswerAccepted answer) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            evaluations.add(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            new Input.AnswerNotGradable(
                                    origin(),
                                    new Event.NotGradable(
                                            answer.answerId(),
                                            answer.questionId(),
                                            "EMPTY",
                                            "None.",
                                            Given.scoredBy()));
                        case 1 ->
                            new Input.EvaluationFailed(
                                    origin(),
                                    new Event.NeedsHuman(
                                            answer.answerId(), answer.questionId(), "TIMEOUT", Given.scoredBy()));
                        default ->
                            new Input.AnswerEvaluated(
                                    origin(),
                                    new Event.AnswerScored(
                                            answer.answerId(), answer.questionId(), Given.result(random.nextInt(11))));
                    });
        }
    }

    /** What a candidate would do next, more or less. */
    private Input sensible() {
        SessionState state = interview.state();
        return switch (state.stage()) {
            case UNKNOWN -> candidate(Given.start(adaptive));
            case PLANNING -> candidate(new Command.GiveConsent(random.nextBoolean(), "1"));
            case IN_PROGRESS -> inProgress(state);
            case PAUSED -> candidate(new Command.ResumeSession());
            case COMPLETED, EXPIRED -> random.nextInt(4) == 0 ? nonsense() : command(Given.INTERVIEWER, review());
            case CANCELLED, ERASED -> nonsense();
        };
    }

    private Command review() {
        AnswerLabel[] labels = AnswerLabel.values();
        return random.nextBoolean()
                ? new Command.OverrideScore(anyQuestion(), random.nextInt(12), Given.sealed("why"))
                : new Command.LabelAnswer(anyQuestion(), labels[random.nextInt(labels.length)], Optional.empty());
    }

    private Input inProgress(SessionState state) {
        if (state.consent() == Consent.UNDECIDED && hurried) {
            return candidate(new Command.GiveConsent(random.nextBoolean(), "1"));
        }
        if (state.current().isEmpty()) {
            return candidate(new Command.CompleteSession());
        }
        return switch (random.nextInt(10)) {
            case 0 -> candidate(new Command.SkipQuestion(state.current().get()));
            case 1 -> candidate(new Command.PauseSession());
            case 2 -> candidate(new Command.GiveConsent(random.nextBoolean(), "2"));
            default -> candidate(submit(state.current().get()));
        };
    }

    private Input nonsense() {
        return switch (random.nextInt(12)) {
            case 0 -> candidate(new Command.WithdrawConsent());
            case 1 -> candidate(submit(anyQuestion()));
            case 2 -> candidate(new Command.SkipQuestion(anyQuestion()));
            case 3 -> candidate(new Command.ResumeSession());
            case 4 -> random.nextInt(4) == 0 ? candidate(new Command.CompleteSession()) : candidate(Given.start());
            case 5 -> random.nextInt(6) == 0 ? candidate(new Command.CancelSession()) : candidate(Given.start());
            case 6 -> random.nextInt(6) == 0 ? candidate(new Command.EraseSession()) : candidate(Given.start());
            case 7 -> command(Given.ANALYST, new Command.CompleteSession());
            case 8 ->
                new Input.CommandReceived(
                        new Origin(nextId(), Given.SESSION, Given.OTHER_ORGANISATION, "other", now),
                        Given.CANDIDATE,
                        new Command.CompleteSession());
            case 9 -> new Input.PlanProposed(origin(), Given.plan(2));
            case 10 ->
                new Input.AnswerEvaluated(
                        origin(), new Event.AnswerScored("no such answer", anyQuestion(), Given.result(10)));
            default -> candidate(new Command.GiveConsent(true, "1"));
        };
    }

    /** Now and then after a long silence. */
    private Input timer() {
        if (random.nextInt(6) == 0) {
            now = now.plus(OrganisationSettings.DEFAULT.idleTimeout());
        }
        return command(Given.TIMER, new Command.ExpireIfIdle(now));
    }

    private static Command submit(String questionId) {
        return new Command.SubmitAnswer(questionId, Given.sealed("words"), Duration.ofSeconds(20), Optional.empty());
    }

    private String anyQuestion() {
        return "q" + (1 + random.nextInt(9));
    }

    private Input candidate(Command command) {
        return command(Given.CANDIDATE, command);
    }

    private Input command(Actor actor, Command command) {
        return new Input.CommandReceived(origin(), actor, command);
    }

    private Origin origin() {
        return Given.origin(nextId(), now.minusMillis(random.nextInt(2_000)));
    }

    private String nextId() {
        inputs++;
        return "input-" + inputs;
    }
}
