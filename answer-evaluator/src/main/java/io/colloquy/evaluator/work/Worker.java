package io.colloquy.evaluator.work;

/** Gives each kind of task to who can do it. */
public final class Worker implements TaskWorker {
    private static final String PLANNING = "planning";

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
            case Task.PlanQuestions plan -> PLANNING;
            case Task.EvaluateAnswer evaluate -> evaluation.lane(evaluate, pending.fallbacks());
        };
    }

    @Override
    public Outcome work(PendingTask pending) throws Exception {
        return switch (pending.task()) {
            case Task.PlanQuestions plan -> planning.plan(plan);
            case Task.EvaluateAnswer evaluate -> evaluation.evaluate(evaluate, pending);
        };
    }
}
