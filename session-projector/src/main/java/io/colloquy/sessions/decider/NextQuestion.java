package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which question comes next, from the plan and the scores that are known now: nobody waits for one. In a fixed order it is the
 * next of the plan. In an adaptive one the target is a difficulty of 3, one more for each answer scored 7 or better, one less for
 * each below 4, within 1 to 5; of the kind that the plan has in this place, the question nearest to the target is asked, and of
 * equally near ones the first of the plan. There is always one left of that kind, for each place takes one of its own.
 */
final class NextQuestion {
    private static final int MIDDLE = 3;
    private static final int EASIEST = 1;
    private static final int HARDEST = 5;
    private static final double GOOD = 7;
    private static final double POOR = 4;

    private NextQuestion() {}

    /** Empty when as many were asked as were to be. */
    static Optional<Event.QuestionAsked> after(SessionState state) {
        int asked = state.asked();
        if (asked >= state.toBeAsked()) {
            return Optional.empty();
        }
        boolean adaptive = state.setup().filter(Setup::adaptive).isPresent();
        return adaptive ? nearest(state, asked) : inOrder(state, asked);
    }

    private static Optional<Event.QuestionAsked> inOrder(SessionState state, int asked) {
        return left(state).stream()
                .findFirst()
                .map(it -> new Event.QuestionAsked(it.questionId(), asked + 1, OptionalInt.empty()));
    }

    private static Optional<Event.QuestionAsked> nearest(SessionState state, int asked) {
        int target = target(state);
        String kind = state.questions().get(asked).kind();
        return left(state).stream()
                .filter(it -> it.kind().equals(kind))
                .min(Comparator.comparingInt(it -> Math.abs(it.difficulty() - target)))
                .map(it -> new Event.QuestionAsked(it.questionId(), asked + 1, OptionalInt.of(target)));
    }

    private static List<Question> left(SessionState state) {
        return state.questions().stream()
                .filter(it -> state.progressOf(it.questionId())
                        .filter(progress -> progress.status() == Progress.Status.PLANNED)
                        .isPresent())
                .toList();
    }

    private static int target(SessionState state) {
        int target = MIDDLE;
        for (Progress progress : state.progress()) {
            if (progress.overall().isPresent()) {
                double score = progress.overall().getAsDouble();
                target += score >= GOOD ? 1 : 0;
                target -= score < POOR ? 1 : 0;
            }
        }
        return Math.clamp(target, EASIEST, HARDEST);
    }
}
