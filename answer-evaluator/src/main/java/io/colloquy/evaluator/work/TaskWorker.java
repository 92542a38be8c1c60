package io.colloquy.evaluator.work;

/** Does a task. Called on threads that may wait; thread-safe. */
public interface TaskWorker {
    /**
     * Does it once.
     *
     * @param attempt from 1, named in the outcome
     * @throws io.colloquy.platform.sealing.KeysUnavailableException when it can be done once the keys are back
     * @throws Exception when this attempt failed
     */
    Outcome work(Task task, int attempt) throws Exception;
}
