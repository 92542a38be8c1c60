package io.colloquy.sessions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.decider.Given;
import io.colloquy.sessions.decider.Interview;
import io.colloquy.sessions.decider.RandomInterview;
import io.colloquy.sessions.decider.Stage;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.Progress.Tally;
import io.colloquy.sessions.model.QuestionModel.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionFoldTest {
    private static final int RANDOM_SESSIONS = 2_000;

    @Test
    void shouldTellAWholeInterview() {
        // given
        Interview interview = Interview.running(3);
        interview.answer("q1");
        interview.scored("q1", 7);
        interview.send(Given.CANDIDATE, new Command.SkipQuestion("q2"));
        interview.answer("q3");
        interview.send(Given.CANDIDATE, new Command.CompleteSession());
        interview.notGradable("q3");
        interview.send(Given.INTERVIEWER, new Command.OverrideScore("q1", 9, Given.sealed("why")));

        // when
        SessionModel model = folded(interview.history());

        // then
        Progress progress = model.progress();
        assertThat(progress.state()).isEqualTo(SessionState.COMPLETED);
        assertThat(progress.seq()).isEqualTo(interview.history().size());
        assertThat(progress.evaluated()).isTrue();
        assertThat(progress.overall()).isEqualTo(7);
        assertThat(progress.tally()).isEqualTo(new Tally(2, 1, 1, 1, 0));
        assertThat(progress.completedAt()).isNotNull().isEqualTo(progress.closedAt());
        assertThat(model.candidateName()).isEqualTo(Given.sealed("name"));
        QuestionModel first = model.questions().getFirst();
        assertThat(first.state()).isEqualTo(QuestionModel.State.ANSWERED);
        assertThat(first.answer().content()).isEqualTo(Given.sealed("words"));
        assertThat(first.evaluation().outcome()).isEqualTo(Outcome.SCORED);
        assertThat(first.evaluation().dimensions().getFirst().evidence()).containsExactly(Given.sealed("quote"));
        assertThat(first.evaluation().overall()).isEqualTo(7);
        assertThat(first.humanScore().overall()).isEqualTo(9);
        assertThat(model.questions().get(1).state()).isEqualTo(QuestionModel.State.SKIPPED);
        assertThat(model.questions().get(2).evaluation().message()).isEqualTo("There is no answer.");
    }

    @Test
    void shouldListQuestionsInTheOrderAskedAndReservesBehindThem() {
        // given
        Interview interview = new Interview();
        interview.send(Given.CANDIDATE, Given.start(true));
        interview.planned(Given.varied(8));
        interview.send(Given.CANDIDATE, new Command.GiveConsent(false, "1"));
        for (int i = 0; i < 3; i++) {
            interview.answer(interview.state().current().orElseThrow());
        }
        List<String> asked = interview.history().stream()
                .map(RecordedEvent::event)
                .filter(Event.QuestionAsked.class::isInstance)
                .map(it -> ((Event.QuestionAsked) it).questionId())
                .toList();
        assertThat(asked).hasSize(4).isNotEqualTo(List.of("q1", "q2", "q3", "q4"));

        // when
        SessionModel model = folded(interview.history());

        // then
        assertThat(model.progress().totalQuestions()).isEqualTo(5);
        assertThat(model.questions()).extracting(QuestionModel::position).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(model.questions().subList(0, 4))
                .extracting(QuestionModel::questionId)
                .isEqualTo(asked);
        assertThat(model.questions().subList(4, 8))
                .extracting(QuestionModel::questionId)
                .isSorted();
        assertThat(model.questions().subList(4, 8))
                .extracting(QuestionModel::state)
                .containsOnly(QuestionModel.State.PLANNED);
    }

    @Test
    void shouldStandWhereTheDeciderStands() {
        for (long seed = 0; seed < RANDOM_SESSIONS; seed++) {
            // given
            Interview interview = new RandomInterview(seed).play(60);

            // when
            Optional<SessionModel> model = fold(interview.history());

            // then
            Stage stage = interview.state().stage();
            assertThat(model.map(it -> it.progress().state().name()))
                    .as("seed %d", seed)
                    .isEqualTo(stage == Stage.UNKNOWN ? Optional.empty() : Optional.of(stage.name()));
            String play = "seed " + seed;
            model.ifPresent(it -> {
                assertThat(it.seq()).isEqualTo(interview.state().seq());
                assertThat(it.progress().evaluated())
                        .isEqualTo(interview.state().evaluated());
                assertThat(it.progress().tally()).as(play).isEqualTo(counted(it, interview.history()));
            });
        }
    }

    @Test
    void shouldNotChangeByRepetition() {
        for (long seed = 0; seed < RANDOM_SESSIONS; seed++) {
            // given
            List<RecordedEvent> history = new RandomInterview(seed).play(40).history();
            List<RecordedEvent> repeating = new ArrayList<>();
            for (int i = 0; i < history.size(); i++) {
                repeating.add(history.get(i));
                repeating.addAll(history.subList(Math.max(0, i - 3), i));
            }

            // when
            Optional<SessionModel> model = fold(repeating);

            // then
            assertThat(model).as("seed %d", seed).isEqualTo(fold(history));
        }
    }

    @Test
    void shouldHoldNoContentOnceErased() {
        // given
        Interview interview = Interview.running(2);
        interview.answer("q1");
        interview.scored("q1", 7);
        interview.send(Given.CANDIDATE, new Command.CompleteSession());
        interview.send(Given.INTERVIEWER, new Command.OverrideScore("q1", 9, Given.sealed("why")));
        assertThat(Json.write(folded(interview.history()))).contains("key-1");

        // when
        interview.send(Given.CANDIDATE, new Command.EraseSession());

        // then
        SessionModel model = folded(interview.history());
        assertThat(model.erased()).isTrue();
        assertThat(Json.write(model)).doesNotContain("key-1");
        assertThat(model.questions().getFirst().evaluation().overall()).isEqualTo(7);
    }

    @Test
    void shouldCountARefusalAsReadButNotAsAChange() {
        // given
        Interview interview = Interview.running(1);
        SessionModel before = folded(interview.history());

        // when
        interview.after(Duration.ofMinutes(1)).answer("no such question");

        // then
        SessionModel after = folded(interview.history());
        assertThat(after.seq()).isEqualTo(before.seq() + 1);
        assertThat(after).isEqualTo(before.with(before.progress().read(before.seq() + 1)));
    }

    private static Tally counted(SessionModel model, List<RecordedEvent> history) {
        return new Tally(
                count(history, Event.AnswerAccepted.class),
                history.stream()
                        .map(RecordedEvent::event)
                        .filter(Event.SessionEvaluated.class::isInstance)
                        .map(it -> ((Event.SessionEvaluated) it).skipped())
                        .findFirst()
                        .orElse(count(history, Event.QuestionSkipped.class)),
                settled(model, Outcome.SCORED),
                settled(model, Outcome.NOT_GRADABLE),
                settled(model, Outcome.NEEDS_HUMAN));
    }

    private static int count(List<RecordedEvent> history, Class<? extends Event> type) {
        return (int) history.stream().filter(it -> type.isInstance(it.event())).count();
    }

    private static int settled(SessionModel model, Outcome outcome) {
        return (int) model.questions().stream()
                .filter(it -> it.evaluation() != null && it.evaluation().outcome() == outcome)
                .count();
    }

    private static SessionModel folded(List<RecordedEvent> history) {
        return fold(history).orElseThrow();
    }

    private static Optional<SessionModel> fold(List<RecordedEvent> history) {
        Optional<SessionModel> model = Optional.empty();
        for (RecordedEvent recorded : history) {
            model = SessionFold.fold(model, recorded);
        }
        return model;
    }
}
