package io.colloquy.sessions.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example of docs/questions.md, and what must not happen. */
class NextQuestionTest {
    private static final List<Question> PLAN = List.of(
            question("intro", "INTRODUCTION", 1),
            question("tech-2", "TECHNICAL", 2),
            question("behave-2", "BEHAVIOURAL", 2),
            question("situate-3", "SITUATIONAL", 3),
            question("tech-3", "TECHNICAL", 3),
            question("tech-5", "TECHNICAL", 5),
            question("behave-4", "BEHAVIOURAL", 4),
            question("tech-1", "TECHNICAL", 1));

    @Test
    void shouldAskHarderQuestionsOfWhoAnswersWell() {
        // given
        Interview interview = running(true);

        // when
        answerAndScore(interview, "intro", 8);
        answerAndScore(interview, "tech-3", 9);
        answerAndScore(interview, "behave-4", 7);
        answerAndScore(interview, "situate-3", 10);
        interview.answer("tech-5");

        // then
        assertThat(asked(interview)).containsExactly("intro", "tech-3", "behave-4", "situate-3", "tech-5");
        assertThat(targets(interview)).containsExactly(0, 3, 4, 5, 5);
    }

    @Test
    void shouldAskEasierQuestionsOfWhoAnswersPoorly() {
        // given
        Interview interview = running(true);

        // when
        answerAndScore(interview, "intro", 2);
        answerAndScore(interview, "tech-3", 3.9);
        answerAndScore(interview, "behave-2", 1);
        answerAndScore(interview, "situate-3", 0);
        interview.answer("tech-1");

        // then
        assertThat(asked(interview)).containsExactly("intro", "tech-3", "behave-2", "situate-3", "tech-1");
        assertThat(targets(interview)).containsExactly(0, 3, 2, 1, 1);
    }

    @Test
    void shouldStayInTheMiddleWhereNothingIsKnownYet() {
        // given
        Interview interview = running(true);

        // when
        Stream.of("intro", "tech-3", "behave-2", "situate-3", "tech-2").forEach(interview::answer);

        // then
        assertThat(asked(interview)).containsExactly("intro", "tech-3", "behave-2", "situate-3", "tech-2");
    }

    @Test
    void shouldKeepTheOrderOfThePlanWhereItIsFixed() {
        // given
        Interview interview = running(false);

        // when
        Stream.of("intro", "tech-2", "behave-2", "situate-3", "tech-3")
                .forEach(id -> answerAndScore(interview, id, 10));

        // then
        assertThat(asked(interview)).containsExactly("intro", "tech-2", "behave-2", "situate-3", "tech-3");
        assertThat(interview.history())
                .extracting(recorded -> recorded.event())
                .filteredOn(Event.QuestionAsked.class::isInstance)
                .allSatisfy(event -> assertThat(((Event.QuestionAsked) event).targetDifficulty())
                        .isEmpty());
    }

    @Test
    void shouldNeitherAskNorCountReservesBeyondTheQuestionsAskedFor() {
        // given
        Interview interview = running(true);
        answerAndScore(interview, "intro", 8);
        interview.send(Given.CANDIDATE, new Command.SkipQuestion("tech-3"));

        // when
        List<Event> ended = interview.send(Given.CANDIDATE, new Command.CompleteSession());

        // then
        assertThat(ended).last().isInstanceOfSatisfying(Event.SessionEvaluated.class, evaluated -> {
            assertThat(evaluated.scored()).isEqualTo(1);
            assertThat(evaluated.skipped()).isEqualTo(4);
        });
        assertThat(interview.state().progress()).hasSize(5);
    }

    @Test
    void shouldCountNoReservesWhenTheLastScoreComesAfterTheEnd() {
        // given
        Interview interview = running(true);
        interview.answer("intro");
        interview.send(Given.CANDIDATE, new Command.CompleteSession());

        // when
        List<Event> settled = interview.scored("intro", 6);

        // then
        assertThat(settled)
                .last()
                .isInstanceOfSatisfying(
                        Event.SessionEvaluated.class,
                        it -> assertThat(it.skipped()).isEqualTo(4));
    }

    private static Interview running(boolean adaptive) {
        Interview interview = new Interview();
        interview.send(Given.CANDIDATE, Given.start(adaptive));
        interview.planned(new Event.QuestionsPlanned(PLAN, "built-in-bank", "1", Optional.empty()));
        interview.send(Given.CANDIDATE, new Command.GiveConsent(false, "1"));
        return interview;
    }

    /** The score comes when the next question has been asked: the one after it is the first that follows from it. */
    private static void answerAndScore(Interview interview, String questionId, double score) {
        interview.answer(questionId);
        interview.scored(questionId, score);
    }

    private static List<String> asked(Interview interview) {
        return events(interview).map(Event.QuestionAsked::questionId).toList();
    }

    private static List<Integer> targets(Interview interview) {
        return events(interview)
                .map(Event.QuestionAsked::targetDifficulty)
                .map(it -> it.orElse(0))
                .toList();
    }

    private static Stream<Event.QuestionAsked> events(Interview interview) {
        return interview.history().stream()
                .map(it -> it.event())
                .filter(Event.QuestionAsked.class::isInstance)
                .map(Event.QuestionAsked.class::cast);
    }

    private static Question question(String id, String kind, int difficulty) {
        return new Question(
                id,
                "Question " + id + "?",
                kind,
                "platform",
                difficulty,
                List.of(new Question.ExpectedPoint("a point", List.of())),
                1,
                120);
    }
}
