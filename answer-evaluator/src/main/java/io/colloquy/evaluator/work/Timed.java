package io.colloquy.evaluator.work;

import io.colloquy.evaluator.meaning.Compared;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.Evidence;
import java.time.Duration;

/**
 * An evaluation whose quotes were checked, whoever made it, and how long it took. Names who compared by meaning.
 *
 * @param evaluation as it may be shown
 * @param latency of the evaluator
 */
record Timed(Evaluation evaluation, Duration latency) {
    static Timed of(Evaluator evaluator, EvaluationRequest request, Compared compared) throws Exception {
        long started = System.nanoTime();
        Evaluation evaluation =
                Evidence.checked(evaluator.evaluate(request.with(compared.likeness())), request.answerText());
        return new Timed(compared.in(evaluation), Duration.ofNanos(System.nanoTime() - started));
    }
}
