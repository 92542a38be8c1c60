package io.colloquy.evaluator.work;

import io.colloquy.evaluator.meaning.Compared;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates for somebody who waits, outside of any session: the same evaluators and checks as for sessions, but one attempt with
 * each of the chain. Thread-safe.
 */
public final class Calculation {
    private static final String NOBODY = "none";

    private final Evaluators evaluators;
    private final Meanings meanings;

    /** With these evaluators and nobody else. */
    public Calculation(Evaluators evaluators, Meanings meanings) {
        this.evaluators = evaluators;
        this.meanings = meanings;
    }

    /**
     * What came of it.
     *
     * @param evaluation a call for a human when nobody of the chain could do it
     * @param latency of the one who did it
     * @param fallbacks who was to do it before, with why not
     */
    public record Result(Evaluation evaluation, Duration latency, List<Fallback> fallbacks) {}

    /**
     * Asks the chain in order.
     *
     * @param organisationId whose wishes about embeddings count
     */
    public Result of(EvaluationRequest request, List<String> chain, String organisationId) {
        Compared compared = compared(request, organisationId);
        List<Fallback> failed = List.of();
        while (true) {
            Turn<Evaluator> turn = evaluators.after(chain, failed);
            if (turn.who().isEmpty()) {
                return nobody(request, turn.fallbacks());
            }
            Evaluator evaluator = turn.who().get();
            List<Fallback> passed = new ArrayList<>(turn.fallbacks());
            try {
                Timed result = Timed.of(evaluator, request, compared);
                compared.fallbacks().forEach(it -> passed.add(new Fallback(it.provider(), it.reason())));
                return new Result(result.evaluation(), result.latency(), List.copyOf(passed));
            } catch (ProviderException e) {
                passed.add(new Fallback(evaluator.name(), e.code()));
            } catch (Exception e) {
                passed.add(new Fallback(evaluator.name(), e.getClass().getSimpleName()));
            }
            failed = passed;
        }
    }

    private Compared compared(EvaluationRequest request, String organisationId) {
        try {
            return meanings.compare(request, organisationId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Compared.NOTHING;
        }
    }

    private static Result nobody(EvaluationRequest request, List<Fallback> fallbacks) {
        Fallback last = fallbacks.isEmpty() ? new Fallback(NOBODY, AnswerEvaluation.NO_EVALUATOR) : fallbacks.getLast();
        Evaluation.Provenance provenance = new Evaluation.Provenance(
                last.provider(), NOBODY, request.rubric().id(), request.rubric().hash());
        return new Result(
                new Evaluation.NeedsHuman(
                        last.reason(), "Expected somebody of the chain to evaluate it, but nobody could", provenance),
                Duration.ZERO,
                fallbacks);
    }
}
