package io.colloquy.sessions.decider;

import io.colloquy.platform.ids.Ids;
import io.colloquy.sessions.events.Rubric;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The rubric of every session: the dimensions that the built-in evaluator can measure. */
public final class BuiltInRubric {
    private static final String ID = "built-in";
    private static final String VERSION = "1";
    private static final List<Rubric.Dimension> DIMENSIONS = List.of(
            new Rubric.Dimension("relevance", 0.25),
            new Rubric.Dimension("covered_points", 0.45),
            new Rubric.Dimension("structure", 0.15),
            new Rubric.Dimension("communication", 0.15));

    /** Copied into every session, so that a later version changes no earlier score. */
    public static final Rubric RUBRIC = new Rubric(ID, VERSION, hash(), DIMENSIONS);

    private BuiltInRubric() {}

    private static String hash() {
        String canonical = DIMENSIONS.stream()
                .map(it -> it.name() + "=" + it.weight())
                .collect(Collectors.joining(",", ID + ":" + VERSION + ":", ""));
        return HexFormat.of().formatHex(Ids.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    }
}
