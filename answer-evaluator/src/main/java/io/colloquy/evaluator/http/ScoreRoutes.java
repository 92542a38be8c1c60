package io.colloquy.evaluator.http;

import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Role;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Routes of the answer-evaluator. */
public final class ScoreRoutes {
    /** Models may take half a minute, and nobody's waiting may take every thread. */
    private static final int MOST_AT_ONCE = 16;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Guard guard;
    private final Calculation calculation;

    /** Behind this guard. */
    public ScoreRoutes(Guard guard, Calculation calculation) {
        this.guard = guard;
        this.calculation = calculation;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.post("/api/v1/scores/calculate", this::calculate);
    }

    private void calculate(Context context) {
        guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        ScoreRequest request = HttpService.body(context, ScoreRequest.class);
        EvaluationRequest evaluation = request.toEvaluationRequest();
        List<String> chain = request.toChain();
        if (!places.tryAcquire()) {
            throw Problem.unavailable("Expected fewer calculations at once, but there are too many");
        }
        try {
            context.json(ScoreView.of(calculation.of(evaluation, chain)));
        } finally {
            places.release();
        }
    }
}
