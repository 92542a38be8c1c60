package io.colloquy.sessions.decider;

import io.colloquy.platform.ids.Ids;
import io.colloquy.sessions.events.Rubric;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The rubric of a session, by what its evaluators can judge; copied into it, so that a later version changes no score. */
public final class SessionRubric {
    /** What the built-in evaluator can measure by rules. */
    public static final Rubric BUILT_IN = rubric(
            "built-in",
            List.of(
                    new Rubric.Dimension("relevance", 0.25),
                    new Rubric.Dimension("covered_points", 0.45),
                    new Rubric.Dimension("structure", 0.15),
                    new Rubric.Dimension("communication", 0.15)));

    /** What a model can judge, too: depth, and whether a statement is correct. */
    public static final Rubric INTERVIEW = rubric(
            "interview",
            List.of(
                    new Rubric.Dimension("relevance", 0.2),
                    new Rubric.Dimension("depth", 0.25),
                    new Rubric.Dimension("correctness", 0.25),
                    new Rubric.Dimension("structure", 0.15),
                    new Rubric.Dimension("communication", 0.15)));

    private static final String VERSION = "1";

    private SessionRubric() {}

    /** The one for a chain of evaluators. */
    static Rubric of(List<String> providerChain) {
        boolean onlyBuiltIn = providerChain.stream().allMatch(OrganisationSettings.BUILT_IN_EVALUATOR::equals);
        return onlyBuiltIn ? BUILT_IN : INTERVIEW;
    }

    private static Rubric rubric(String id, List<Rubric.Dimension> dimensions) {
        String canonical = dimensions.stream()
                .map(it -> it.name() + "=" + it.weight())
                .collect(Collectors.joining(",", id + ":" + VERSION + ":", ""));
        return new Rubric(
                id,
                VERSION,
                HexFormat.of().formatHex(Ids.sha256(canonical.getBytes(StandardCharsets.UTF_8))),
                dimensions);
    }
}
