package io.colloquy.evaluator.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose turn it is in a chain.
 *
 * @param who empty when nobody of the chain is left
 * @param fallbacks everybody before, with why not: whoever is passed over is named
 */
record Turn<T>(Optional<T> who, List<Fallback> fallbacks) {
    /**
     * Whose turn it is after some of the chain have failed. Nothing outside the chain is ever used.
     *
     * @param known whom this service has, by name
     */
    static <T> Turn<T> after(List<String> chain, List<Fallback> failed, Function<String, Optional<T>> known) {
        List<Fallback> passed = new ArrayList<>(failed);
        for (String name : chain.subList(Math.min(failed.size(), chain.size()), chain.size())) {
            Optional<T> who = known.apply(name);
            if (who.isPresent()) {
                return new Turn<>(who, List.copyOf(passed));
            }
            passed.add(new Fallback(name, Fallback.NOT_CONFIGURED));
        }
        return new Turn<>(Optional.empty(), List.copyOf(passed));
    }

    /** The task without whoever was passed over and without whoever has failed now. */
    PendingTask without(PendingTask pending, Fallback failed) {
        PendingTask result = pending;
        for (Fallback passed : fallbacks.subList(pending.fallbacks().size(), fallbacks.size())) {
            result = result.without(passed);
        }
        return result.without(failed);
    }
}
