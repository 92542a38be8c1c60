package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Refusals.refuse;
import static io.colloquy.sessions.decider.Refusals.wrongStage;

import io.colloquy.sessions.decider.Progress.Outcome;
import io.colloquy.sessions.events.AnswerLabel;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input.CommandReceived;
import io.colloquy.sessions.events.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What evaluators and reviewers say of answers. The first outcome of an answer counts; it may come long after the end. */
final class OutcomeRules {
    private static final double HIGHEST = 10;

    private OutcomeRules() {}

    static List<Event> scored(SessionState state, Event.AnswerScored outcome) {
        double overall = outcome.result().overall();
        if (!isScore(overall)) {
            return needsHuman(
                    state,
                    new Event.NeedsHuman(
                            outcome.answerId(),
                            outcome.questionId(),
                            "INVALID_SCORE",
                            outcome.result().scoredBy()));
        }
        return settle(
                state, outcome.answerId(), outcome.questionId(), Outcome.SCORED, OptionalDouble.of(overall), outcome);
    }

    static List<Event> notGradable(SessionState state, Event.NotGradable outcome) {
        return settle(
                state, outcome.answerId(), outcome.questionId(), Outcome.NOT_GRADABLE, OptionalDouble.empty(), outcome);
    }

    static List<Event> needsHuman(SessionState state, Event.NeedsHuman outcome) {
        return settle(
                state, outcome.answerId(), outcome.questionId(), Outcome.NEEDS_HUMAN, OptionalDouble.empty(), outcome);
    }

    private static List<Event> settle(
            SessionState state, String answerId, String questionId, Outcome said, OptionalDouble score, Event event) {
        boolean expected = (state.stage().isOpen() || state.stage().isReported())
                && state.progressOf(questionId)
                        .filter(Progress::isPending)
                        .filter(it -> it.answerId().orElseThrow().equals(answerId))
                        .isPresent();
        if (!expected) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        events.add(event);
        if (state.stage().isReported()) {
            Settlement.of(settled(state.progress(), questionId, said, score)).ifPresent(events::add);
        }
        return List.copyOf(events);
    }

    static List<Progress> settled(List<Progress> progress, String questionId, Outcome said, OptionalDouble score) {
        return progress.stream()
                .map(it -> it.questionId().equals(questionId) ? it.settled(said, score) : it)
                .toList();
    }

    static List<Event> override(SessionState state, CommandReceived received, Command.OverrideScore command) {
        List<Event> refusal = refusal(state, received, command.questionId());
        if (!refusal.isEmpty()) {
            return refusal;
        }
        if (!isScore(command.overall())) {
            return refuse(
                    received,
                    Rejection.INVALID_ARGUMENT,
                    "Expected a score from 0 to 10, but got '%s'".formatted(command.overall()));
        }
        return List.of(new Event.ScoreOverridden(
                command.questionId(),
                command.overall(),
                command.reason(),
                received.actor().id()));
    }

    static List<Event> label(SessionState state, CommandReceived received, Command.LabelAnswer command) {
        List<Event> refusal = refusal(state, received, command.questionId());
        if (!refusal.isEmpty()) {
            return refusal;
        }
        if (command.label() == AnswerLabel.UNKNOWN) {
            return refuse(received, Rejection.INVALID_ARGUMENT, "Expected a known label, but it is not");
        }
        Progress answered = state.progressOf(command.questionId()).orElseThrow();
        return List.of(new Event.AnswerLabelled(
                command.questionId(),
                answered.answerId().orElseThrow(),
                command.label(),
                command.note(),
                received.actor().id()));
    }

    /** Why nobody can say anything of the answer to this question; empty when they can. */
    private static List<Event> refusal(SessionState state, CommandReceived received, String questionId) {
        if (!state.stage().isOpen() && !state.stage().isReported()) {
            return wrongStage(state, received, Stage.IN_PROGRESS, Stage.PAUSED, Stage.COMPLETED, Stage.EXPIRED);
        }
        if (state.progressOf(questionId).isEmpty()) {
            return refuse(received, Rejection.NOT_FOUND, "Expected a question of the session, but there is none such");
        }
        if (state.progressOf(questionId).orElseThrow().answerId().isEmpty()) {
            return refuse(received, Rejection.INVALID_STATE, "Expected an answered question, but it has no answer");
        }
        return List.of();
    }

    private static boolean isScore(double value) {
        return value >= 0 && value <= HIGHEST;
    }
}
