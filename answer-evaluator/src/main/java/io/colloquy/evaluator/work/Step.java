package io.colloquy.evaluator.work;

/** What becomes of a task whose attempts with one provider have failed. */
public sealed interface Step {
    /** It is over, and this says so. */
    record End(Outcome outcome) implements Step {}

    /** Whoever comes next in the chain takes over. */
    record FallBack(PendingTask next, Fallback failed) implements Step {}

    /** There is no other way: the same is tried on. */
    record TryOn() implements Step {}
}
