package io.colloquy.evaluator.work;

/** Does a task. Called on threads that may wait; thread-safe. */
public interface TaskWorker {
    /** Whom the attempt would call. Attempts of one lane wait for each other's places, and for nobody else's. */
    String lane(PendingTask pending);

    /**
     * Whether somebody waits for it: then it gets one attempt with each of the chain, all of them before one deadline, and after
     * that its last resort, which is none of this kind.
     */
    boolean isAwaited(PendingTask pending);

    /**
     * Does it once.
     *
     * @param pending with the attempt, which the outcome names
     * @throws io.colloquy.platform.sealing.KeysUnavailableException when it can be done once the keys are back
     * @throws io.colloquy.evaluator.planning.UnusablePlanException when whoever is next should do it
     * @throws io.colloquy.evaluator.providers.ProviderException when a provider failed; says whether another try is worth it
     * @throws Exception when this attempt failed
     */
    Outcome work(PendingTask pending) throws Exception;
}
