package io.colloquy.evaluator.work;

import io.colloquy.evaluator.meaning.Compared;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.Messages;
import io.colloquy.evaluator.rubric.PoorTranscript;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.Transcript;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Duration;
import java.util.List;

/**
 * An accepted answer in, a score with evidence, a flag or a call for a human out. The answer is opened just before it is
 * evaluated, and everything that quotes it is sealed right after. Thread-safe.
 */
public final class AnswerEvaluation {
    static final String NO_EVALUATOR = "NO_EVALUATOR";

    private static final String WITH_EMBEDDINGS = "+embeddings";

    private final Evaluators evaluators;
    private final Sealer sealer;
    private final EvaluationEvents events;
    private final Meanings meanings;

    /** Evaluates with what the session's chain allows, and compares nothing by meaning. */
    public AnswerEvaluation(Evaluators evaluators, Sealer sealer, EvaluationEvents events) {
        this(evaluators, Meanings.none(), sealer, events);
    }

    /**
     * Evaluates with what the session's chain allows.
     *
     * @param meanings asked first, as far as the organisation wants it
     */
    public AnswerEvaluation(Evaluators evaluators, Meanings meanings, Sealer sealer, EvaluationEvents events) {
        this.evaluators = evaluators;
        this.meanings = meanings;
        this.sealer = sealer;
        this.events = events;
    }

    /** The evaluator whose turn it is. The built-in one, which waits for nobody, has another where it waits for embeddings. */
    String lane(Task.EvaluateAnswer task, List<Fallback> failed) {
        String name = turn(task, failed).who().map(Evaluator::name).orElse(NO_EVALUATOR);
        return name.equals(RubricEvaluator.NAME)
                        && meanings.mayWait(task.event().getOrganisationId())
                ? name + WITH_EMBEDDINGS
                : name;
    }

    private Turn<Evaluator> turn(Task.EvaluateAnswer task, List<Fallback> failed) {
        return evaluators.after(task.answer().getProviderChain(), failed);
    }

    Outcome evaluate(Task.EvaluateAnswer task, PendingTask pending) throws Exception {
        Turn<Evaluator> turn = turn(task, pending.fallbacks());
        EvaluationEvents.Run run = new EvaluationEvents.Run(pending.attempt(), Duration.ZERO, turn.fallbacks());
        if (turn.who().isEmpty()) {
            return events.needsHuman(task, NO_EVALUATOR, run);
        }
        try {
            return evaluate(task, turn.who().get(), run);
        } catch (KeyDestroyedException e) {
            return events.notGradable(task, erased(task, turn.who().get()), run);
        }
    }

    private Outcome evaluate(Task.EvaluateAnswer task, Evaluator evaluator, EvaluationEvents.Run run) throws Exception {
        AcceptedAnswer event = task.event();
        AnswerToEvaluate answer = task.answer();
        Subject subject = new Subject(event.getOrganisationId(), event.getSessionId());
        String text;
        try {
            text = sealer.openText(subject, PersonalContent.ANSWER, answer.getAnswer());
        } catch (IllegalArgumentException e) {
            return events.needsHuman(task, "UNREADABLE_ANSWER", run);
        }
        if (isPoorTranscript(answer, subject, text)) {
            return events.notGradable(task, poorTranscript(answer), run);
        }
        EvaluationRequest request = new EvaluationRequest(
                ContractMapping.fromContract(answer.getQuestion()),
                text,
                answer.getJobTitle(),
                answer.getLanguage(),
                ContractMapping.fromContract(answer.getRubric()));
        Compared compared = meanings.compare(request, event.getOrganisationId());
        Timed result = Timed.of(evaluator, request, compared);
        EvaluationEvents.Run timed = run.taking(result.latency()).without(compared.fallbacks());
        return switch (result.evaluation()) {
            case Evaluation.Scored scored -> events.scored(task, scored, sealing(subject), timed);
            case Evaluation.NotGradable flag -> events.notGradable(task, flag, timed);
            case Evaluation.NeedsHuman human -> events.needsHuman(task, human, timed);
        };
    }

    /** Whoever evaluates: what a provider hardly understood says nothing about the candidate. */
    private boolean isPoorTranscript(AnswerToEvaluate answer, Subject subject, String text) throws Exception {
        Transcript transcript = answer.getTranscript();
        if (transcript == null || transcript.getConfidence() == null || text.isBlank()) {
            return false;
        }
        try {
            String heard = sealer.openText(subject, PersonalContent.TRANSCRIPT, transcript.getText());
            return PoorTranscript.is(heard, transcript.getConfidence(), text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Said by the built-in rules, by whatever name the evaluator goes. */
    private static Evaluation.NotGradable poorTranscript(AnswerToEvaluate answer) {
        io.colloquy.events.Rubric rubric = answer.getRubric();
        return new Evaluation.NotGradable(
                Evaluation.Reason.POOR_TRANSCRIPT,
                Messages.of(Evaluation.Reason.POOR_TRANSCRIPT, answer.getLanguage()),
                new Evaluation.Provenance(
                        RubricEvaluator.NAME, RubricEvaluator.VERSION, rubric.getId(), rubric.getHash()));
    }

    private EvaluationEvents.Sealing sealing(Subject subject) {
        return (type, text) -> sealer.seal(subject, type, text);
    }

    private static Evaluation.NotGradable erased(Task.EvaluateAnswer task, Evaluator evaluator) {
        io.colloquy.events.Rubric rubric = task.answer().getRubric();
        return new Evaluation.NotGradable(
                Evaluation.Reason.ERASED,
                Messages.of(Evaluation.Reason.ERASED, task.answer().getLanguage()),
                new Evaluation.Provenance(evaluator.name(), evaluator.version(), rubric.getId(), rubric.getHash()));
    }

    /** What comes after the attempts with one provider have failed: the next of the chain, or a human. */
    Step after(Task.EvaluateAnswer task, PendingTask pending, String reason) {
        Turn<Evaluator> turn = turn(task, pending.fallbacks());
        EvaluationEvents.Run run = new EvaluationEvents.Run(pending.attempt(), Duration.ZERO, turn.fallbacks());
        if (turn.who().isEmpty()) {
            return new Step.End(events.needsHuman(task, NO_EVALUATOR, run));
        }
        Evaluator tried = turn.who().get();
        Fallback failed = new Fallback(tried.name(), reason);
        PendingTask next = turn.without(pending, failed);
        return turn(task, next.fallbacks()).who().isPresent()
                ? new Step.FallBack(next, failed)
                : new Step.End(events.needsHuman(task, tried, reason, run));
    }
}
