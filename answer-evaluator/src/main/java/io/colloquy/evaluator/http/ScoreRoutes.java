package io.colloquy.evaluator.http;

import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Role;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

/** Routes of the answer-evaluator. */
public final class ScoreRoutes {
    private final Guard guard;
    private final RubricEvaluator evaluator;

    /** Behind this guard. */
    public ScoreRoutes(Guard guard, RubricEvaluator evaluator) {
        this.guard = guard;
        this.evaluator = evaluator;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.post("/api/v1/scores/calculate", this::calculate);
    }

    private void calculate(Context context) {
        guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        ScoreRequest request = HttpService.body(context, ScoreRequest.class);
        context.json(ScoreView.of(evaluator.evaluate(request.toEvaluationRequest())));
    }
}
