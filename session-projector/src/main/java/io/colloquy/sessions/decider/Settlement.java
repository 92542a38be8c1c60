package io.colloquy.sessions.decider;

import io.colloquy.sessions.decider.Progress.Outcome;
import io.colloquy.sessions.events.Event.SessionEvaluated;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The machine's overall result; a human's overrides stand beside it and change nothing here. */
final class Settlement {
    private Settlement() {}

    static boolean hasAnswers(List<Progress> progress) {
        return progress.stream().anyMatch(it -> it.answerId().isPresent());
    }

    /** The result, once every answer has its outcome. */
    static Optional<SessionEvaluated> of(List<Progress> progress) {
        if (progress.stream().anyMatch(Progress::isPending)) {
            return Optional.empty();
        }
        return Optional.of(new SessionEvaluated(
                overall(progress),
                count(progress, Outcome.SCORED),
                count(progress, Outcome.NOT_GRADABLE),
                count(progress, Outcome.NEEDS_HUMAN),
                (int) progress.stream().filter(it -> it.answerId().isEmpty()).count()));
    }

    private static int count(List<Progress> progress, Outcome outcome) {
        return (int) progress.stream()
                .filter(it -> it.outcome().equals(Optional.of(outcome)))
                .count();
    }

    private static OptionalDouble overall(List<Progress> progress) {
        List<Progress> scored =
                progress.stream().filter(it -> it.overall().isPresent()).toList();
        double weights = scored.stream().mapToDouble(Progress::weight).sum();
        OptionalDouble mean = weights > 0
                ? OptionalDouble.of(scored.stream()
                                .mapToDouble(it -> it.weight() * it.overall().orElseThrow())
                                .sum()
                        / weights)
                : scored.stream().mapToDouble(it -> it.overall().orElseThrow()).average();
        return mean.isPresent() ? OptionalDouble.of(Math.round(mean.getAsDouble() * 100) / 100.0) : mean;
    }
}
