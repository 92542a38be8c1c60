package io.colloquy.evaluator.work;

/** Gives each kind of task to who can do it. */
public final class Worker implements TaskWorker {
    private final QuestionPlanning planning;
    private final AnswerEvaluation evaluation;

    /** Over the two kinds of work there are. */
    public Worker(QuestionPlanning planning, AnswerEvaluation evaluation) {
        this.planning = planning;
        this.evaluation = evaluation;
    }

    @Override
    public String lane(PendingTask pending) {
        return switch (pending.task()) {
            case Task.PlanQuestions plan -> planning.lane(plan, pending.fallbacks());
            case Task.EvaluateAnswer evaluate -> evaluation.lane(evaluate, pending.fallbacks());
        };
    }

    @Override
    public boolean isAwaited(PendingTask pending) {
        return switch (pending.task()) {
            case Task.PlanQuestions plan -> !planning.isLastResort(plan, pending.fallbacks());
            case Task.EvaluateAnswer evaluate -> false;
        };
    }

    @Override
    public Outcome work(PendingTask pending) throws Exception {
        return switch (pending.task()) {
            case Task.PlanQuestions plan -> planning.plan(plan, pending);
            case Task.EvaluateAnswer evaluate -> evaluation.evaluate(evaluate, pending);
        };
    }

    /** What becomes of a task whose attempts with one provider have failed; pure. */
    public Step after(PendingTask pending, String reason) {
        return switch (pending.task()) {
            case Task.PlanQuestions plan -> planning.after(plan, pending, reason);
            case Task.EvaluateAnswer evaluate -> evaluation.after(evaluate, pending, reason);
        };
    }
}
