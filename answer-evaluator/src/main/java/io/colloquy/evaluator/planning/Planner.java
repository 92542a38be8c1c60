package io.colloquy.evaluator.planning;

/** Plans the questions of an interview. Thread-safe. */
public interface Planner {
    /** As chains and events call it. */
    String name();

    /**
     * The plan of a request.
     *
     * @throws UnusablePlanException when there is none that may be asked
     * @throws io.colloquy.evaluator.providers.ProviderException when a provider failed
     * @throws Exception when something else did
     */
    Plan plan(PlanRequest request) throws Exception;
}
