package io.colloquy.evaluator.work;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.Evidence;
import io.colloquy.evaluator.rubric.Messages;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Duration;
import java.util.Optional;

/**
 * An accepted answer in, a score with evidence, a flag or a call for a human out. The answer is opened just before it is
 * evaluated, and everything that quotes it is sealed right after. Thread-safe.
 */
public final class AnswerEvaluation {
    private final Evaluators evaluators;
    private final Sealer sealer;
    private final EvaluationEvents events;

    /** Evaluates with what the session's chain allows. */
    public AnswerEvaluation(Evaluators evaluators, Sealer sealer, EvaluationEvents events) {
        this.evaluators = evaluators;
        this.sealer = sealer;
        this.events = events;
    }

    Outcome evaluate(Task.EvaluateAnswer task, int attempt) throws Exception {
        Optional<Evaluator> evaluator = evaluators.firstOf(task.answer().getProviderChain());
        if (evaluator.isEmpty()) {
            return events.needsHuman(task, "NO_EVALUATOR", attempt, Duration.ZERO);
        }
        try {
            return evaluate(task, evaluator.get(), attempt);
        } catch (KeyDestroyedException e) {
            return events.notGradable(task, erased(task, evaluator.get()), attempt, Duration.ZERO);
        } catch (IllegalArgumentException e) {
            return events.needsHuman(task, "UNREADABLE_ANSWER", attempt, Duration.ZERO);
        }
    }

    private Outcome evaluate(Task.EvaluateAnswer task, Evaluator evaluator, int attempt) throws Exception {
        AcceptedAnswer event = task.event();
        AnswerToEvaluate answer = task.answer();
        Subject subject = new Subject(event.getOrganisationId(), event.getSessionId());
        String text = sealer.openText(subject, PersonalContent.ANSWER, answer.getAnswer());
        EvaluationRequest request = new EvaluationRequest(
                ContractMapping.fromContract(answer.getQuestion()),
                text,
                answer.getJobTitle(),
                answer.getLanguage(),
                ContractMapping.fromContract(answer.getRubric()));
        long started = System.nanoTime();
        Evaluation evaluation = Evidence.checked(evaluator.evaluate(request), text);
        Duration latency = Duration.ofNanos(System.nanoTime() - started);
        return switch (evaluation) {
            case Evaluation.Scored scored -> events.scored(task, scored, sealing(subject), attempt, latency);
            case Evaluation.NotGradable flag -> events.notGradable(task, flag, attempt, latency);
            case Evaluation.NeedsHuman human -> events.needsHuman(task, human, attempt, latency);
        };
    }

    private EvaluationEvents.Sealing sealing(Subject subject) {
        return (type, text) -> sealer.seal(subject, type, text);
    }

    private static Evaluation.NotGradable erased(Task.EvaluateAnswer task, Evaluator evaluator) {
        io.colloquy.events.Rubric rubric = task.answer().getRubric();
        return new Evaluation.NotGradable(
                Evaluation.Reason.ERASED,
                Messages.of(Evaluation.Reason.ERASED),
                new Evaluation.Provenance(evaluator.name(), evaluator.version(), rubric.getId(), rubric.getHash()));
    }

    /** The outcome when every attempt has failed; names what was tried. A plan that fails has none: it is tried on. */
    public Optional<Outcome> gaveUp(Task task, String reason, int attempts) {
        return switch (task) {
            case Task.PlanQuestions plan -> Optional.empty();
            case Task.EvaluateAnswer evaluate -> Optional.of(gaveUp(evaluate, reason, attempts));
        };
    }

    private Outcome gaveUp(Task.EvaluateAnswer task, String reason, int attempts) {
        return evaluators
                .firstOf(task.answer().getProviderChain())
                .map(tried -> events.needsHuman(task, tried, reason, attempts))
                .orElseGet(() -> events.needsHuman(task, "NO_EVALUATOR", attempts, Duration.ZERO));
    }
}
