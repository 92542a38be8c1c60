package io.colloquy.sessions.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Inputs of all topics in ten thousand random orders, with repeats and nonsense: what must hold in each of them. */
class InterleavingsTest {
    private static final int INTERLEAVINGS = 10_000;
    private static final int STEPS = 60;

    @Test
    void shouldHoldWhatMustHoldInEveryOrder() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < INTERLEAVINGS; seed++) {
            Interview interview = new RandomInterview(seed).play(STEPS);
            try {
                check(interview);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + interview.types(), e);
            }
            seen.addAll(interview.types());
        }
        assertThat(seen).as("every event occurs").hasSize(Event.class.getPermittedSubclasses().length);
    }

    private static void check(Interview interview) {
        List<RecordedEvent> history = interview.history();
        assertThat(Evolver.fold(history)).isEqualTo(interview.state());
        assertThat(interview.state().seq()).isEqualTo(history.size());
        hasNoGapsAndRunsForward(history);
        hasOneOutcomePerAcceptedAnswer(history);
        asksOnlyWhileOpen(history);
        endsOnce(history);
        isEvaluatedWhenDue(history);
        recordsEveryInputOnce(history);
        asksByTheRule(history);
        countsNoReserves(history);
    }

    private static void hasNoGapsAndRunsForward(List<RecordedEvent> history) {
        Instant before = Instant.MIN;
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).seq()).isEqualTo(i + 1L);
            assertThat(history.get(i).occurredAt()).isAfterOrEqualTo(before);
            before = history.get(i).occurredAt();
        }
    }

    private static void hasOneOutcomePerAcceptedAnswer(List<RecordedEvent> history) {
        Set<String> accepted = new HashSet<>();
        Set<String> settled = new HashSet<>();
        for (RecordedEvent recorded : history) {
            switch (recorded.event()) {
                case Event.AnswerAccepted it ->
                    assertThat(accepted.add(it.answerId())).isTrue();
                case Event.AnswerScored it -> settles(accepted, settled, it.answerId());
                case Event.NotGradable it -> settles(accepted, settled, it.answerId());
                case Event.NeedsHuman it -> settles(accepted, settled, it.answerId());
                default -> {}
            }
        }
    }

    private static void settles(Set<String> accepted, Set<String> settled, String answerId) {
        assertThat(accepted).contains(answerId);
        assertThat(settled.add(answerId)).as("one outcome of " + answerId).isTrue();
    }

    private static void asksOnlyWhileOpen(List<RecordedEvent> history) {
        int end = indexOfEnd(history);
        for (RecordedEvent recorded : history.subList(end, history.size())) {
            assertThat(recorded.event())
                    .isNotInstanceOfAny(
                            Event.QuestionsPlanned.class,
                            Event.QuestionAsked.class,
                            Event.AnswerAccepted.class,
                            Event.QuestionSkipped.class,
                            Event.ConsentGiven.class,
                            Event.SessionPaused.class,
                            Event.SessionResumed.class);
        }
        assertThat(count(history, Event.SessionStarted.class)).isLessThanOrEqualTo(1);
        assertThat(count(history, Event.QuestionsPlanned.class)).isLessThanOrEqualTo(1);
        List<Integer> positions = history.stream()
                .map(RecordedEvent::event)
                .filter(Event.QuestionAsked.class::isInstance)
                .map(it -> ((Event.QuestionAsked) it).position())
                .toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
    }

    private static void endsOnce(List<RecordedEvent> history) {
        long ends = count(history, Event.SessionCompleted.class)
                + count(history, Event.SessionCancelled.class)
                + count(history, Event.SessionExpired.class);
        assertThat(ends).isLessThanOrEqualTo(1);
        assertThat(count(history, Event.SessionErased.class)).isLessThanOrEqualTo(1);
    }

    private static void isEvaluatedWhenDue(List<RecordedEvent> history) {
        boolean started = false;
        boolean completed = false;
        boolean expired = false;
        boolean erased = false;
        int answers = 0;
        int outcomes = 0;
        int evaluated = 0;
        for (RecordedEvent recorded : history) {
            switch (recorded.event()) {
                case Event.SessionStarted it -> started = true;
                case Event.SessionCompleted it -> completed = true;
                case Event.SessionExpired it -> expired = true;
                case Event.SessionErased it -> erased = true;
                case Event.AnswerAccepted it -> answers++;
                case Event.AnswerScored it -> outcomes++;
                case Event.NotGradable it -> outcomes++;
                case Event.NeedsHuman it -> outcomes++;
                case Event.SessionEvaluated it -> {
                    evaluated++;
                    assertThat(started && (completed || expired) && !erased).isTrue();
                    assertThat(outcomes).isEqualTo(answers);
                    assertThat(it.scored() + it.notGradable() + it.needsHuman()).isEqualTo(answers);
                }
                default -> {}
            }
        }
        boolean due = (completed || (expired && answers > 0)) && outcomes == answers;
        assertThat(evaluated).isEqualTo(due ? 1 : 0);
    }

    private static void recordsEveryInputOnce(List<RecordedEvent> history) {
        Set<String> done = new HashSet<>();
        String latest = "";
        for (RecordedEvent recorded : history) {
            String cause = recorded.causationId().orElseThrow();
            if (!cause.equals(latest)) {
                assertThat(done.add(cause)).as("decided once: " + cause).isTrue();
                latest = cause;
            }
        }
    }

    /** The rule of docs/questions.md, written down once more. */
    private static void asksByTheRule(List<RecordedEvent> history) {
        List<Question> plan = List.of();
        Set<String> asked = new LinkedHashSet<>();
        boolean adaptive = false;
        int count = 0;
        int balance = 0;
        for (RecordedEvent recorded : history) {
            switch (recorded.event()) {
                case Event.SessionStarted it -> {
                    adaptive = it.adaptive();
                    count = it.questionCount();
                }
                case Event.QuestionsPlanned it -> plan = it.questions();
                case Event.AnswerScored it ->
                    balance += it.result().overall() >= 7 ? 1 : it.result().overall() < 4 ? -1 : 0;
                case Event.QuestionAsked it -> {
                    int target = Math.clamp(3 + balance, 1, 5);
                    Question expected = !adaptive || asked.isEmpty()
                            ? plan.get(asked.size())
                            : nearest(plan, plan.get(asked.size()).kind(), target, asked);
                    assertThat(it.questionId()).isEqualTo(expected.questionId());
                    assertThat(it.targetDifficulty())
                            .isEqualTo(adaptive && !asked.isEmpty() ? OptionalInt.of(target) : OptionalInt.empty());
                    assertThat(asked.add(it.questionId())).isTrue();
                    assertThat(it.position()).isEqualTo(asked.size());
                }
                default -> {}
            }
        }
        assertThat(asked).hasSizeLessThanOrEqualTo(Math.min(count, plan.size()));
    }

    private static Question nearest(List<Question> plan, String kind, int target, Set<String> asked) {
        Question nearest = null;
        for (Question each : plan) {
            boolean fits = each.kind().equals(kind) && !asked.contains(each.questionId());
            if (fits && (nearest == null || distance(each, target) < distance(nearest, target))) {
                nearest = each;
            }
        }
        return nearest;
    }

    private static int distance(Question question, int target) {
        return Math.abs(question.difficulty() - target);
    }

    private static void countsNoReserves(List<RecordedEvent> history) {
        int toBeAsked = 0;
        for (RecordedEvent recorded : history) {
            switch (recorded.event()) {
                case Event.SessionStarted it -> toBeAsked = it.questionCount();
                case Event.QuestionsPlanned it ->
                    toBeAsked = Math.min(toBeAsked, it.questions().size());
                case Event.SessionEvaluated it ->
                    assertThat(it.scored() + it.notGradable() + it.needsHuman() + it.skipped())
                            .isEqualTo(toBeAsked);
                default -> {}
            }
        }
    }

    private static int indexOfEnd(List<RecordedEvent> history) {
        for (int i = 0; i < history.size(); i++) {
            switch (history.get(i).event()) {
                case Event.SessionCompleted it -> {
                    return i;
                }
                case Event.SessionCancelled it -> {
                    return i;
                }
                case Event.SessionExpired it -> {
                    return i;
                }
                case Event.SessionErased it -> {
                    return i;
                }
                default -> {}
            }
        }
        return history.size();
    }

    private static long count(List<RecordedEvent> history, Class<? extends Event> type) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .count();
    }
}
