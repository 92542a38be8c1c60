package io.colloquy.evaluator.work;

/** Does a task. Called on threads that may wait; thread-safe. */
public interface TaskWorker {
    /** Whom the attempt would call. Attempts of one lane wait for each other's places, and for nobody else's. */
    String lane(PendingTask pending);

    /**
     * Does it once.
     *
     * @param pending with the attempt, which the outcome names
     * @throws io.colloquy.platform.sealing.KeysUnavailableException when it can be done once the keys are back
     * @throws io.colloquy.evaluator.providers.ProviderException when a provider failed; says whether another try is worth it
     * @throws Exception when this attempt failed
     */
    Outcome work(PendingTask pending) throws Exception;
}
