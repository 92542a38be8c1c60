package io.colloquy.sessions.decider;

import java.util.List;
import java.util.stream.Stream;

/** Who plans a session's questions, in order; the bank comes last, for it needs nobody. */
final class PlanningChain {
    static final String BANK = "built-in-bank";

    private PlanningChain() {}

    /** What the organisation asked for; where it did not, the models that evaluate its answers. */
    static List<String> of(OrganisationSettings settings) {
        Stream<String> before = settings.planningChain().isEmpty()
                ? settings.providerChain().stream()
                        .filter(name -> !name.equals(OrganisationSettings.BUILT_IN_EVALUATOR))
                : settings.planningChain().stream().takeWhile(name -> !name.equals(BANK));
        return Stream.concat(before, Stream.of(BANK)).toList();
    }
}
