package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Given.ANALYST;
import static io.colloquy.sessions.decider.Given.CANDIDATE;
import static io.colloquy.sessions.decider.Given.INTERVIEWER;
import static io.colloquy.sessions.decider.Given.TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.sessions.events.AnswerLabel;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Input.Actor;
import io.colloquy.sessions.events.Input.Role;
import io.colloquy.sessions.events.Policy.Emotion;
import io.colloquy.sessions.events.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {
    private static final Command COMPLETE = new Command.CompleteSession();

    @Test
    void shouldResolveEverythingAtTheStart() {
        Interview interview = new Interview()
                .with(new OrganisationSettings(
                        Emotion.PRACTICE, false, Optional.of("DE"), List.of("gemini"), Duration.ofMinutes(5)));

        List<Event> events = interview.send(CANDIDATE, Given.start());

        assertThat(events).singleElement().isInstanceOfSatisfying(Event.SessionStarted.class, started -> {
            assertThat(started.policy().emotion()).isEqualTo(Emotion.PRACTICE);
            assertThat(started.policy().faceSignals()).isFalse();
            assertThat(started.providerChain()).containsExactly("gemini");
            assertThat(started.idleTimeout()).isEqualTo(Duration.ofMinutes(5));
            assertThat(started.rubric()).isEqualTo(SessionRubric.INTERVIEW);
        });
        assertThat(interview.state().stage()).isEqualTo(Stage.PLANNING);
    }

    @Test
    void shouldPlanWithTheModelsOfTheOrganisationAndInTheEndFromTheBank() {
        assertThat(planningChain(List.of("openai", "gemini", "built-in-rubric"), List.of()))
                .containsExactly("openai", "gemini", "built-in-bank");
        assertThat(planningChain(List.of("built-in-rubric"), List.of())).containsExactly("built-in-bank");
        assertThat(planningChain(List.of("openai"), List.of("gemini"))).containsExactly("gemini", "built-in-bank");
        assertThat(planningChain(List.of("openai"), List.of("built-in-bank", "gemini")))
                .containsExactly("built-in-bank");
    }

    private static List<String> planningChain(List<String> evaluators, List<String> planners) {
        Interview interview = new Interview()
                .with(new OrganisationSettings(
                        Emotion.OFF,
                        true,
                        Optional.empty(),
                        evaluators,
                        Duration.ofMinutes(5),
                        planners,
                        Optional.empty(),
                        Optional.empty()));
        return ((Event.SessionStarted) interview.send(CANDIDATE, Given.start()).getFirst()).planningChain();
    }

    @Test
    void shouldTakeACandidateWhoStartsAsTheSessionsCandidate() {
        Command.StartSession start = new Command.StartSession(
                Optional.empty(),
                Optional.empty(),
                "Nurse",
                Optional.empty(),
                Optional.empty(),
                "mixed",
                "en",
                1,
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
        Interview interview = new Interview();

        interview.send(CANDIDATE, start);

        assertThat(interview.state().candidateId()).contains(CANDIDATE.id());
    }

    @Test
    void shouldCopyWhatWasAskedBeforeIntoTheEvent() {
        Command.StartSession start = new Command.StartSession(
                Optional.empty(),
                Optional.empty(),
                "Nurse",
                Optional.empty(),
                Optional.empty(),
                "mixed",
                "en",
                1,
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of("Who are you at work?", "Why this job?"));

        List<Event> events = new Interview().send(CANDIDATE, start);

        assertThat(((Event.SessionStarted) events.getFirst()).askedBefore())
                .containsExactly("Who are you at work?", "Why this job?");
    }

    @Test
    void shouldNameAllOffencesOfAStartAtOnce() {
        Command.StartSession start = new Command.StartSession(
                Optional.empty(),
                Optional.empty(),
                " ",
                Optional.empty(),
                Optional.empty(),
                "friendly",
                "",
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());

        List<Event> events = new Interview().send(CANDIDATE, start);

        assertThat(rejection(events).rejection()).isEqualTo(Rejection.INVALID_ARGUMENT);
        assertThat(rejection(events).reason())
                .contains("job title", "language", "interview kind", "1 to 20 questions, but got 0")
                .doesNotContain("friendly");
    }

    @Test
    void shouldRefuseASecondStart() {
        Interview interview = Interview.running(2);

        assertRejected(interview.send(CANDIDATE, Given.start()), Rejection.ALREADY_EXISTS);
    }

    @Test
    void shouldRefuseCommandsToASessionThatNobodyStarted() {
        Interview interview = new Interview();

        assertRejected(interview.send(CANDIDATE, COMPLETE), Rejection.NOT_FOUND);
        assertThat(interview.send(CANDIDATE, Given.start())).singleElement().isInstanceOf(Event.SessionStarted.class);
        assertThat(interview.state().seq()).isEqualTo(2);
    }

    @Test
    void shouldIgnorePlansTimersAndEvaluationsOfASessionThatNobodyStarted() {
        Interview interview = new Interview();

        assertThat(interview.planned(Given.plan(2))).isEmpty();
        assertThat(interview.scored("q1", 5)).isEmpty();
        assertThat(interview.send(TIMER, new Command.ExpireIfIdle(Given.START))).isEmpty();
        assertThat(interview.state()).isEqualTo(SessionState.UNKNOWN);
    }

    @Test
    void shouldDecideAnInputOnce() {
        Interview interview = Interview.running(2);
        Input answer = Given.command(
                "same",
                interview.now(),
                CANDIDATE,
                new Command.SubmitAnswer("q1", Given.sealed("words"), Duration.ZERO, Optional.empty()));

        assertThat(interview.take(answer)).hasSize(2);
        assertThat(interview.take(answer)).isEmpty();
    }

    @Test
    void shouldRefuseAnotherOrganisation() {
        Interview interview = Interview.running(2);
        Input foreign = new Input.CommandReceived(
                new Input.Origin("x", Given.SESSION, Given.OTHER_ORGANISATION, "c", interview.now()),
                CANDIDATE,
                COMPLETE);
        Input foreignPlan = new Input.PlanProposed(foreign.origin(), Given.plan(1));

        List<Event> events = interview.take(foreign);

        assertRejected(events, Rejection.FORBIDDEN);
        assertThat(interview.history().getLast().organisationId()).isEqualTo(Given.ORGANISATION);
        assertThat(interview.take(foreignPlan)).isEmpty();
    }

    @Test
    void shouldRefuseWhoMayNot() {
        Interview interview = Interview.running(2);
        Actor stranger = new Actor("candidate-2", Role.CANDIDATE);

        assertRejected(interview.send(stranger, COMPLETE), Rejection.FORBIDDEN);
        assertRejected(interview.send(ANALYST, COMPLETE), Rejection.FORBIDDEN);
        assertRejected(interview.send(INTERVIEWER, new Command.GiveConsent(true, "1")), Rejection.FORBIDDEN);
        assertRejected(interview.send(CANDIDATE, new Command.ExpireIfIdle(Given.START)), Rejection.FORBIDDEN);
        assertRejected(
                interview.send(CANDIDATE, new Command.OverrideScore("q1", 10, Given.sealed("me"))),
                Rejection.FORBIDDEN);
        assertRejected(label(interview, CANDIDATE, "q1", AnswerLabel.GOOD), Rejection.FORBIDDEN);
        assertRejected(label(interview, ANALYST, "q1", AnswerLabel.GOOD), Rejection.FORBIDDEN);
        assertRejected(interview.send(new Actor("x", Role.UNKNOWN), COMPLETE), Rejection.FORBIDDEN);
    }

    @Test
    void shouldTakeTheFirstPlanAndAskItsFirstQuestion() {
        Interview interview = new Interview();
        interview.send(CANDIDATE, Given.start());

        List<Event> events = interview.planned(Given.plan(3));

        assertThat(events).containsExactly(Given.plan(3), new Event.QuestionAsked("q1", 1, OptionalInt.empty()));
        assertThat(interview.planned(Given.plan(2))).isEmpty();
    }

    @Test
    void shouldIgnoreAPlanThatCannotBeAsked() {
        Interview interview = new Interview();
        interview.send(CANDIDATE, Given.start());

        assertThat(interview.planned(new Event.QuestionsPlanned(List.of(), "p", "1", Optional.empty())))
                .isEmpty();
        assertThat(interview.planned(new Event.QuestionsPlanned(
                        List.of(Given.question(1), Given.question(1)), "p", "1", Optional.empty())))
                .isEmpty();
        assertThat(interview.planned(Given.plan(1))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeAnswersOnlyAfterAChoiceAboutVideo(boolean video) {
        Interview interview = new Interview();
        interview.send(CANDIDATE, Given.start());
        interview.planned(Given.plan(2));

        assertRejected(interview.answer("q1"), Rejection.INVALID_STATE);
        interview.send(CANDIDATE, new Command.GiveConsent(video, "1"));

        assertThat(interview.answer("q1")).hasSize(2);
    }

    @Test
    void shouldGoOnWithoutVideoAfterAWithdrawal() {
        Interview interview = Interview.running(2);

        assertThat(interview.send(CANDIDATE, new Command.WithdrawConsent()))
                .containsExactly(new Event.ConsentWithdrawn());
        assertRejected(interview.send(CANDIDATE, new Command.WithdrawConsent()), Rejection.INVALID_STATE);
        assertThat(interview.answer("q1")).hasSize(2);
    }

    @Test
    void shouldTakeAWithdrawalAfterTheEnd() {
        Interview interview = Interview.running(1);
        interview.send(CANDIDATE, COMPLETE);

        assertThat(interview.send(CANDIDATE, new Command.WithdrawConsent()))
                .containsExactly(new Event.ConsentWithdrawn());
    }

    @Test
    void shouldAskTheNextQuestionTogetherWithTheAnswer() {
        Interview interview = Interview.running(2);

        assertThat(interview.answer("q1")).extracting(Event::type).containsExactly("AnswerAccepted", "QuestionAsked");
        assertThat(interview.send(CANDIDATE, new Command.SkipQuestion("q2")))
                .containsExactly(new Event.QuestionSkipped("q2"));
        assertRejected(interview.answer("q2"), Rejection.INVALID_STATE);
        assertThat(interview.state().stage()).isEqualTo(Stage.IN_PROGRESS);
    }

    @Test
    void shouldRefuseAnswersToAnyButTheCurrentQuestion() {
        Interview interview = Interview.running(3);

        List<Event> events = interview.answer("q2");

        assertThat(rejection(events).reason()).isEqualTo("Expected the current question 'q1', but got another");
        assertRejected(interview.send(CANDIDATE, new Command.SkipQuestion("q3")), Rejection.INVALID_STATE);
    }

    @Test
    void shouldHoldAnswersDuringAPause() {
        Interview interview = Interview.running(2);

        interview.send(CANDIDATE, new Command.PauseSession());
        assertRejected(interview.send(CANDIDATE, new Command.PauseSession()), Rejection.INVALID_STATE);
        assertRejected(interview.answer("q1"), Rejection.INVALID_STATE);
        interview.send(CANDIDATE, new Command.ResumeSession());
        assertRejected(interview.send(CANDIDATE, new Command.ResumeSession()), Rejection.INVALID_STATE);

        assertThat(interview.answer("q1")).hasSize(2);
    }

    @Test
    void shouldBeEvaluatedAtOnceWhenNothingIsPending() {
        Interview interview = Interview.running(3);
        interview.answer("q1");
        interview.scored("q1", 8);

        assertThat(interview.send(CANDIDATE, COMPLETE))
                .containsExactly(
                        new Event.SessionCompleted(), new Event.SessionEvaluated(OptionalDouble.of(8), 1, 0, 0, 2));
    }

    @Test
    void shouldBeEvaluatedWhenTheLastAnswerIsSettled() {
        Interview interview = Interview.running(4);
        List.of("q1", "q2", "q3", "q4").forEach(interview::answer);
        interview.scored("q3", 9);

        assertThat(interview.send(CANDIDATE, COMPLETE)).containsExactly(new Event.SessionCompleted());
        interview.scored("q1", 5);
        interview.notGradable("q2");
        List<Event> events = interview.failed("q4");

        assertThat(events)
                .last()
                .isEqualTo(new Event.SessionEvaluated(OptionalDouble.of((5 * 1 + 9 * 3) / 4.0), 2, 1, 1, 0));
        assertThat(interview.scored("q4", 1)).isEmpty();
    }

    @Test
    void shouldHaveNoOverallWithoutAScore() {
        Interview interview = Interview.running(1);

        assertThat(interview.send(CANDIDATE, COMPLETE))
                .last()
                .isEqualTo(new Event.SessionEvaluated(OptionalDouble.empty(), 0, 0, 0, 1));
    }

    @Test
    void shouldTakeOneOutcomePerAnswer() {
        Interview interview = Interview.running(2);
        interview.answer("q1");

        assertThat(interview.scored("q2", 5)).isEmpty();
        assertThat(interview.notGradable("q1")).hasSize(1);
        assertThat(interview.scored("q1", 5)).isEmpty();
        assertThat(interview.failed("q1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 10.1, Double.POSITIVE_INFINITY})
    void shouldHandScoresThatAreNoneToAHuman(double overall) {
        Interview interview = Interview.running(1);
        interview.answer("q1");

        assertThat(interview.scored("q1", overall))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.NeedsHuman.class, it -> assertThat(it.reason()).isEqualTo("INVALID_SCORE"));
    }

    @Test
    void shouldIgnoreEvaluationsOfCancelledAndErasedSessions() {
        for (Command end : List.of(new Command.CancelSession(), new Command.EraseSession())) {
            Interview interview = Interview.running(1);
            interview.answer("q1");

            assertThat(interview.send(CANDIDATE, end)).hasSize(1);

            assertThat(interview.scored("q1", 5)).isEmpty();
            assertThat(interview.planned(Given.plan(1))).isEmpty();
        }
    }

    @Test
    void shouldExpireAfterTheIdleTimeByTheRecordsTimes() {
        Interview interview = Interview.running(2);
        interview.answer("q1");
        Duration timeout = OrganisationSettings.DEFAULT.idleTimeout();
        Command timer = new Command.ExpireIfIdle(Given.START);

        assertThat(interview.after(timeout.minusMillis(1)).send(TIMER, timer)).isEmpty();
        List<Event> events = interview.after(Duration.ofMillis(1)).send(TIMER, timer);

        assertThat(events).containsExactly(new Event.SessionExpired(Given.START));
        assertThat(interview.scored("q1", 6))
                .extracting(Event::type)
                .containsExactly("AnswerScored", "SessionEvaluated");
    }

    @Test
    void shouldNotExpireWhenTheCandidateCameBackBeforeTheTimer() {
        Interview interview = Interview.running(2);

        interview.after(OrganisationSettings.DEFAULT.idleTimeout()).answer("q1");

        assertThat(interview.send(TIMER, new Command.ExpireIfIdle(Given.START))).isEmpty();
    }

    @Test
    void shouldHaveNoReportWhenASessionExpiresWithoutAnswers() {
        Interview interview = Interview.running(2);

        List<Event> events = interview
                .after(OrganisationSettings.DEFAULT.idleTimeout())
                .send(TIMER, new Command.ExpireIfIdle(Given.START));

        assertThat(events).extracting(Event::type).containsExactly("SessionExpired");
    }

    @Test
    void shouldKeepTheMachinesScoreBesideAHumans() {
        Interview interview = Interview.running(2);
        interview.answer("q1");
        interview.scored("q1", 4);
        interview.send(CANDIDATE, COMPLETE);

        List<Event> events = interview.send(INTERVIEWER, new Command.OverrideScore("q1", 7, Given.sealed("why")));

        assertThat(events).containsExactly(new Event.ScoreOverridden("q1", 7, Given.sealed("why"), INTERVIEWER.id()));
        assertThat(interview.state().progressOf("q1").orElseThrow().overall()).hasValue(4);
    }

    @Test
    void shouldRefuseOverridesThatMakeNoSense() {
        Interview interview = Interview.running(2);
        interview.answer("q1");

        assertRejected(override(interview, "q9", 5), Rejection.NOT_FOUND);
        assertRejected(override(interview, "q2", 5), Rejection.INVALID_STATE);
        assertRejected(override(interview, "q1", 11), Rejection.INVALID_ARGUMENT);
        assertRejected(override(interview, "q1", Double.NaN), Rejection.INVALID_ARGUMENT);
        interview.send(CANDIDATE, new Command.CancelSession());
        assertRejected(override(interview, "q1", 5), Rejection.INVALID_STATE);
    }

    @Test
    void shouldKeepWhatSeveralPeopleSayOfAnAnswerAndChangeNoScore() {
        Interview interview = Interview.running(2);
        Actor colleague = new Actor("admin-1", Role.ADMIN);
        interview.answer("q1");
        SessionState before = interview.state();

        List<Event> early = label(interview, INTERVIEWER, "q1", AnswerLabel.PARTIAL);
        interview.scored("q1", 4);
        interview.send(CANDIDATE, COMPLETE);
        List<Event> again = label(interview, INTERVIEWER, "q1", AnswerLabel.WRONG);
        List<Event> other = label(interview, colleague, "q1", AnswerLabel.GOOD);

        String answer = before.progressOf("q1").orElseThrow().answerId().orElseThrow();
        assertThat(early).containsExactly(labelled(answer, AnswerLabel.PARTIAL, INTERVIEWER));
        assertThat(again).containsExactly(labelled(answer, AnswerLabel.WRONG, INTERVIEWER));
        assertThat(other).containsExactly(labelled(answer, AnswerLabel.GOOD, colleague));
        assertThat(interview.state().progressOf("q1").orElseThrow().overall()).hasValue(4);
    }

    @Test
    void shouldRefuseLabelsThatMakeNoSense() {
        Interview interview = Interview.running(2);
        interview.answer("q1");

        assertRejected(label(interview, INTERVIEWER, "q9", AnswerLabel.GOOD), Rejection.NOT_FOUND);
        assertRejected(label(interview, INTERVIEWER, "q2", AnswerLabel.GOOD), Rejection.INVALID_STATE);
        assertRejected(label(interview, INTERVIEWER, "q1", AnswerLabel.UNKNOWN), Rejection.INVALID_ARGUMENT);
        interview.send(CANDIDATE, new Command.EraseSession());
        assertRejected(label(interview, INTERVIEWER, "q1", AnswerLabel.GOOD), Rejection.INVALID_STATE);
    }

    @Test
    void shouldShrinkToAStubThatStillRefuses() {
        Interview interview = Interview.running(2);
        interview.answer("q1");
        Input complete = Given.command("complete", interview.now(), CANDIDATE, COMPLETE);
        interview.take(complete);

        assertThat(interview.state().questions()).isEmpty();
        assertThat(interview.state().setup()).isEmpty();
        assertThat(interview.take(complete)).isEmpty();
        assertRejected(interview.answer("q2"), Rejection.INVALID_STATE);
        assertRejected(interview.send(CANDIDATE, new Command.GiveConsent(true, "1")), Rejection.INVALID_STATE);
        assertRejected(interview.send(CANDIDATE, COMPLETE), Rejection.INVALID_STATE);
        assertRejected(interview.send(CANDIDATE, new Command.CancelSession()), Rejection.INVALID_STATE);
        assertRejected(interview.send(CANDIDATE, Given.start()), Rejection.ALREADY_EXISTS);
    }

    @Test
    void shouldEraseInEveryStageAndOnlyOnce() {
        Interview interview = Interview.running(2);
        interview.send(CANDIDATE, COMPLETE);

        assertThat(interview.send(CANDIDATE, new Command.EraseSession())).containsExactly(new Event.SessionErased());
        assertThat(interview.state().progress()).isEmpty();
        assertRejected(interview.send(CANDIDATE, new Command.EraseSession()), Rejection.INVALID_STATE);
        assertRejected(interview.send(CANDIDATE, new Command.WithdrawConsent()), Rejection.INVALID_STATE);
    }

    @Test
    void shouldRememberOnlyTheLastInputs() {
        Interview interview = Interview.running(1);
        for (int i = 0; i < 2 * SessionState.REMEMBERED_INPUTS; i++) {
            interview.send(CANDIDATE, new Command.ResumeSession());
        }

        assertThat(interview.state().recentInputs()).hasSize(SessionState.REMEMBERED_INPUTS);
    }

    private static List<Event> override(Interview interview, String questionId, double overall) {
        return interview.send(INTERVIEWER, new Command.OverrideScore(questionId, overall, Given.sealed("why")));
    }

    private static List<Event> label(Interview interview, Actor by, String questionId, AnswerLabel label) {
        return interview.send(by, new Command.LabelAnswer(questionId, label, Optional.of(Given.sealed("note"))));
    }

    private static Event labelled(String answerId, AnswerLabel label, Actor by) {
        return new Event.AnswerLabelled("q1", answerId, label, Optional.of(Given.sealed("note")), by.id());
    }

    private static void assertRejected(List<Event> events, Rejection expected) {
        Event.CommandRejected rejected = rejection(events);
        assertThat(rejected.rejection()).isEqualTo(expected);
        assertThat(rejected.reason()).startsWith("Expected ").contains(", but ");
    }

    private static Event.CommandRejected rejection(List<Event> events) {
        assertThat(events).singleElement().isInstanceOf(Event.CommandRejected.class);
        return (Event.CommandRejected) events.getFirst();
    }
}
