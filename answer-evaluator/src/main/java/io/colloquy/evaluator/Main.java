package io.colloquy.evaluator;

import io.colloquy.evaluator.topology.EvaluatorTopology;
import io.colloquy.platform.lifecycle.ServiceMain;

/** Runs the answer-evaluator as a process of its own. */
public final class Main {
    private Main() {}

    /** Configured by environment variables alone. */
    public static void main(String[] arguments) {
        ServiceMain.run(EvaluatorTopology.SERVICE, EvaluatorConfig::from, AnswerEvaluatorService::new);
    }
}
