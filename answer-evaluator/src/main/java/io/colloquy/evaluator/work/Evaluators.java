package io.colloquy.evaluator.work;

import io.colloquy.evaluator.rubric.Evaluator;
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
    public Evaluators(Collection<Evaluator> evaluators) {
        this.byName = evaluators.stream().collect(Collectors.toUnmodifiableMap(Evaluator::name, Function.identity()));
    }

    /** The first of the chain that this service has. Nothing outside the chain is ever used. */
    public Optional<Evaluator> firstOf(List<String> chain) {
        return chain.stream()
                .map(byName::get)
                .filter(evaluator -> evaluator != null)
                .findFirst();
    }
}
