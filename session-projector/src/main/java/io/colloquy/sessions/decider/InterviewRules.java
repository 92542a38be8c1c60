package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Refusals.refuse;
import static io.colloquy.sessions.decider.Refusals.wrongStage;

import io.colloquy.platform.ids.Ids;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input.CommandReceived;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The interview itself: consent, questions, answers. A candidate never waits for a model to get the next question. */
final class InterviewRules {
    private InterviewRules() {}

    /** The first plan that can be asked is taken; later ones are ignored. */
    static List<Event> plan(SessionState state, Event.QuestionsPlanned plan) {
        if (state.stage() != Stage.PLANNING || !isAskable(plan.questions())) {
            return List.of();
        }
        return List.of(plan, new Event.QuestionAsked(plan.questions().getFirst().questionId(), 1, OptionalInt.empty()));
    }

    private static boolean isAskable(List<Question> questions) {
        long distinct = questions.stream().map(Question::questionId).distinct().count();
        return !questions.isEmpty() && distinct == questions.size();
    }

    static List<Event> giveConsent(SessionState state, CommandReceived received, Command.GiveConsent command) {
        return state.stage().isOpen()
                ? List.of(new Event.ConsentGiven(command.video(), command.textVersion()))
                : wrongStage(state, received, Stage.PLANNING, Stage.IN_PROGRESS, Stage.PAUSED);
    }

    /** Possible as long as there is anything that could be processed, after the end too. */
    static List<Event> withdrawConsent(SessionState state, CommandReceived received) {
        return switch (state.consent()) {
            case WITH_VIDEO, WITHOUT_VIDEO ->
                state.stage() == Stage.ERASED
                        ? refuse(
                                received,
                                Rejection.INVALID_STATE,
                                "Expected a session with content, but it is 'ERASED'")
                        : List.of(new Event.ConsentWithdrawn());
            case UNDECIDED, WITHDRAWN ->
                refuse(
                        received,
                        Rejection.INVALID_STATE,
                        "Expected a consent to withdraw, but it is '%s'".formatted(state.consent()));
        };
    }

    static List<Event> answer(SessionState state, CommandReceived received, Command.SubmitAnswer command) {
        return objection(state, received, command.questionId())
                .orElseGet(() -> andNext(
                        state,
                        new Event.AnswerAccepted(
                                answerId(received.origin().sessionId(), command.questionId()),
                                command.questionId(),
                                command.answer(),
                                command.duration(),
                                command.transcript())));
    }

    static List<Event> skip(SessionState state, CommandReceived received, Command.SkipQuestion command) {
        return objection(state, received, command.questionId())
                .orElseGet(() -> andNext(state, new Event.QuestionSkipped(command.questionId())));
    }

    private static Optional<List<Event>> objection(SessionState state, CommandReceived received, String questionId) {
        if (state.stage() != Stage.IN_PROGRESS) {
            return Optional.of(wrongStage(state, received, Stage.IN_PROGRESS));
        }
        if (state.consent() == Consent.UNDECIDED) {
            return Optional.of(refuse(
                    received,
                    Rejection.INVALID_STATE,
                    "Expected a choice about video before the first answer, but there is none"));
        }
        if (!state.current().equals(Optional.of(questionId))) {
            return Optional.of(refuse(received, Rejection.INVALID_STATE, notCurrent(state)));
        }
        return Optional.empty();
    }

    private static String notCurrent(SessionState state) {
        return state.current()
                .map(it -> "Expected the current question '%s', but got another".formatted(it))
                .orElse("Expected a current question, but all were asked");
    }

    /** A question is answered once, so its answer's id follows from it. */
    private static String answerId(String sessionId, String questionId) {
        return Ids.named("answer:" + sessionId + ":" + questionId).toString();
    }

    private static List<Event> andNext(SessionState state, Event done) {
        List<Event> events = new ArrayList<>();
        events.add(done);
        NextQuestion.after(state).ifPresent(events::add);
        return List.copyOf(events);
    }
}
