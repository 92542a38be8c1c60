package io.colloquy.evaluator.work;

import io.colloquy.evaluator.providers.ProviderChain;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.AnswerNotGradable;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.DimensionScore;
import io.colloquy.events.EvaluationFailed;
import io.colloquy.events.EvaluationResult;
import io.colloquy.events.Personal;
import io.colloquy.events.ScoredBy;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.PersonalContent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes outcomes as events of {@code evaluations}. The event id follows from the answer's id: the same answer never has two.
 */
public final class EvaluationEvents {
    /** Stands where nothing was applied. */
    private static final String NOTHING = "none";

    private final Clock clock;

    /** Stamps events by this clock. */
    public EvaluationEvents(Clock clock) {
        this.clock = clock;
    }

    /** Seals a text of a type of personal content. */
    interface Sealing {
        Personal seal(String type, String text);
    }

    /**
     * How an outcome came about.
     *
     * @param attempt from 1
     * @param latency of the evaluator
     * @param fallbacks who was to do it before
     */
    record Run(int attempt, Duration latency, List<Fallback> fallbacks) {
        Run taking(Duration measured) {
            return new Run(attempt, measured, fallbacks);
        }

        /** Somebody was to compare by meaning as well. */
        Run without(List<ProviderChain.Fallback> comparing) {
            Stream<Fallback> more = comparing.stream().map(it -> new Fallback(it.provider(), it.reason()));
            return new Run(
                    attempt, latency, Stream.concat(fallbacks.stream(), more).toList());
        }
    }

    Outcome scored(Task.EvaluateAnswer task, Evaluation.Scored scored, Sealing sealing, Run run) {
        EvaluationResult result = new EvaluationResult(
                scored.dimensions().stream()
                        .map(dimension -> sealedDimension(dimension, sealing))
                        .toList(),
                scored.overall(),
                scored.confidence(),
                sealing.seal(PersonalContent.FEEDBACK, scored.feedback()),
                scoredBy(scored.provenance(), run));
        return envelope(task, new AnswerEvaluated(answerId(task), questionId(task), result));
    }

    Outcome notGradable(Task.EvaluateAnswer task, Evaluation.NotGradable flag, Run run) {
        return envelope(
                task,
                new AnswerNotGradable(
                        answerId(task),
                        questionId(task),
                        flag.reason().name(),
                        flag.message(),
                        scoredBy(flag.provenance(), run)));
    }

    Outcome needsHuman(Task.EvaluateAnswer task, Evaluation.NeedsHuman human, Run run) {
        return failed(task, human.reason(), human.provenance(), run);
    }

    Outcome needsHuman(Task.EvaluateAnswer task, String reason, Run run) {
        return failed(task, reason, provenance(NOTHING, NOTHING, task.answer()), run);
    }

    Outcome needsHuman(Task.EvaluateAnswer task, Evaluator tried, String reason, Run run) {
        return failed(task, reason, provenance(tried.name(), tried.version(), task.answer()), run);
    }

    private Outcome failed(Task.EvaluateAnswer task, String reason, Provenance provenance, Run run) {
        return envelope(
                task, new EvaluationFailed(answerId(task), questionId(task), reason, scoredBy(provenance, run)));
    }

    private Outcome envelope(Task.EvaluateAnswer task, Object payload) {
        AcceptedAnswer event = task.event();
        return new Outcome.Evaluated(new io.colloquy.events.Evaluation(
                Ids.named(task.id()).toString(),
                event.getSessionId(),
                event.getOrganisationId(),
                0L,
                clock.instant(),
                event.getEventId(),
                event.getCorrelationId(),
                null,
                payload));
    }

    private static DimensionScore sealedDimension(Evaluation.DimensionScore dimension, Sealing sealing) {
        return new DimensionScore(
                dimension.name(),
                dimension.score(),
                dimension.evidence().stream()
                        .map(quote -> sealing.seal(PersonalContent.EVIDENCE, quote))
                        .toList(),
                sealing.seal(PersonalContent.RATIONALE, dimension.rationale()));
    }

    private static ScoredBy scoredBy(Provenance provenance, Run run) {
        ModelCall call = provenance.call();
        return new ScoredBy(
                provenance.provider(),
                call.model().orElse(provenance.provider()),
                provenance.version(),
                call.promptHash().orElse(null),
                provenance.rubricId(),
                provenance.rubricHash(),
                run.latency().toMillis(),
                run.attempt(),
                call.costMicros(),
                call.parameters(),
                call.inputTokens(),
                call.outputTokens(),
                call.repaired(),
                run.fallbacks().stream()
                        .map(it -> new io.colloquy.events.Fallback(it.provider(), it.reason()))
                        .toList(),
                call.findings());
    }

    private static Provenance provenance(String provider, String version, AnswerToEvaluate answer) {
        return new Provenance(
                provider,
                version,
                answer.getRubric().getId(),
                answer.getRubric().getHash());
    }

    private static String answerId(Task.EvaluateAnswer task) {
        return task.answer().getAnswerId();
    }

    private static String questionId(Task.EvaluateAnswer task) {
        return task.answer().getQuestion().getQuestionId();
    }
}
