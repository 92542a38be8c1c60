package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Input.Actor;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session in memory: decides, records and evolves as the topology does, without Kafka. */
public final class Interview {
    private final List<RecordedEvent> history = new ArrayList<>();
    private SessionState state = SessionState.UNKNOWN;
    private Instant now = Given.START;
    private int inputs;
    private OrganisationSettings settings = OrganisationSettings.DEFAULT;

    /** Started, planned with that many questions, consent given. */
    public static Interview running(int questions) {
        Interview interview = new Interview();
        interview.send(Given.CANDIDATE, Given.start());
        interview.planned(Given.plan(questions));
        interview.send(Given.CANDIDATE, new Command.GiveConsent(true, "1"));
        return interview;
    }

    public Interview with(OrganisationSettings other) {
        settings = other;
        return this;
    }

    public Interview after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public List<Event> send(Actor actor, Command command) {
        return take(Given.command(nextId(), now, actor, command));
    }

    public List<Event> planned(Event.QuestionsPlanned plan) {
        return take(new Input.PlanProposed(Given.origin(nextId(), now), plan));
    }

    public List<Event> answer(String questionId) {
        return send(
                Given.CANDIDATE,
                new Command.SubmitAnswer(questionId, Given.sealed("words"), Duration.ofSeconds(30), Optional.empty()));
    }

    public List<Event> scored(String questionId, double overall) {
        return take(new Input.AnswerEvaluated(
                Given.origin(nextId(), now),
                new Event.AnswerScored(answerIdOf(questionId), questionId, Given.result(overall))));
    }

    public List<Event> notGradable(String questionId) {
        return take(new Input.AnswerNotGradable(
                Given.origin(nextId(), now),
                new Event.NotGradable(
                        answerIdOf(questionId), questionId, "EMPTY", "There is no answer.", Given.scoredBy())));
    }

    public List<Event> failed(String questionId) {
        return take(new Input.EvaluationFailed(
                Given.origin(nextId(), now),
                new Event.NeedsHuman(answerIdOf(questionId), questionId, "TIMEOUT", Given.scoredBy())));
    }

    public List<Event> take(Input input) {
        List<Event> decided = Decider.decide(state, input, settings);
        for (Event event : decided) {
            RecordedEvent recorded = Recording.record(state, input, event, Optional.empty());
            history.add(recorded);
            state = Evolver.evolve(state, recorded);
        }
        return decided;
    }

    public String answerIdOf(String questionId) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(Event.AnswerAccepted.class::isInstance)
                .map(Event.AnswerAccepted.class::cast)
                .filter(it -> it.questionId().equals(questionId))
                .map(Event.AnswerAccepted::answerId)
                .findFirst()
                .orElse("no such answer");
    }

    public SessionState state() {
        return state;
    }

    public List<RecordedEvent> history() {
        return List.copyOf(history);
    }

    public List<String> types() {
        return history.stream().map(it -> it.event().type()).toList();
    }

    public Instant now() {
        return now;
    }

    private String nextId() {
        inputs++;
        return "input-" + inputs;
    }
}
