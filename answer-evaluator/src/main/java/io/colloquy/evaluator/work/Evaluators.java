package io.colloquy.evaluator.work;

import io.colloquy.evaluator.rubric.Evaluator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The evaluators of this service by name. A session's chain says which may be used, in order. */
public final class Evaluators {
    private final Map<String, Evaluator> byName;

    /** Each under its own name. */
    public Evaluators(Collection<? extends Evaluator> evaluators) {
        this.byName = evaluators.stream().collect(Collectors.toUnmodifiableMap(Evaluator::name, Function.identity()));
    }

    /**
     * Whose turn it is.
     *
     * @param evaluator empty when nobody of the chain is left
     * @param fallbacks everybody before, with why not: whoever is passed over is named
     */
    record Turn(Optional<Evaluator> evaluator, List<Fallback> fallbacks) {}

    /** Whose turn it is after some of the chain have failed. Nothing outside the chain is ever used. */
    Turn after(List<String> chain, List<Fallback> failed) {
        List<Fallback> passed = new ArrayList<>(failed);
        for (String name : chain.subList(Math.min(failed.size(), chain.size()), chain.size())) {
            Evaluator evaluator = byName.get(name);
            if (evaluator != null) {
                return new Turn(Optional.of(evaluator), List.copyOf(passed));
            }
            passed.add(new Fallback(name, Fallback.NOT_CONFIGURED));
        }
        return new Turn(Optional.empty(), List.copyOf(passed));
    }
}
