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
    public Outcome work(Task task, int attempt) throws Exception {
        return switch (task) {
            case Task.PlanQuestions plan -> planning.plan(plan);
            case Task.EvaluateAnswer evaluate -> evaluation.evaluate(evaluate, attempt);
        };
    }
}
