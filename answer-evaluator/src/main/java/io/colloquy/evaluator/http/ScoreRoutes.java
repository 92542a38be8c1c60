package io.colloquy.evaluator.http;

import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Routes of the answer-evaluator. */
public final class ScoreRoutes {
    /** Models may take half a minute, and nobody's waiting may take every thread. */
    private static final int MOST_AT_ONCE = 16;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Guard guard;
    private final Calculation calculation;
    private final Function<String, Optional<List<String>>> evaluators;

    /**
     * Behind this guard.
     *
     * @param evaluators whom an organisation wants; empty where it has not said
     */
    public ScoreRoutes(Guard guard, Calculation calculation, Function<String, Optional<List<String>>> evaluators) {
        this.guard = guard;
        this.calculation = calculation;
        this.evaluators = evaluators;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.post("/api/v1/scores/calculate", this::calculate);
    }

    private void calculate(Context context) {
        Principal caller = guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        ScoreRequest request = HttpService.body(context, ScoreRequest.class);
        EvaluationRequest evaluation = request.toEvaluationRequest();
        List<String> chain = request.toChain(() -> chain(caller.organisationId()));
        if (!places.tryAcquire()) {
            throw Problem.unavailable("Expected fewer calculations at once, but there are too many");
        }
        try {
            context.json(ScoreView.of(calculation.of(evaluation, chain, caller.organisationId())));
        } finally {
            places.release();
        }
    }

    private List<String> chain(String organisation) {
        return evaluators
                .apply(organisation)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() ->
                        Problem.conflict("Expected the organisation to have chosen who evaluates, but it has not"));
    }
}
