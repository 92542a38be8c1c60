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
    public Evaluators(Collection<? extends Evaluator> evaluators) {
        this.byName = evaluators.stream().collect(Collectors.toUnmodifiableMap(Evaluator::name, Function.identity()));
    }

    Turn<Evaluator> after(List<String> chain, List<Fallback> failed) {
        return Turn.after(chain, failed, name -> Optional.ofNullable(byName.get(name)));
    }
}
