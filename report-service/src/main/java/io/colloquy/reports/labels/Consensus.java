package io.colloquy.reports.labels;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One label for an answer that several people labelled: what most of them say, and of equals what was said last. */
final class Consensus {
    private Consensus() {}

    /** @param said at least one */
    static Label of(List<LabelRow> said) {
        Map<Label, Long> votes = said.stream()
                .map(LabelRow::label)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return said.stream()
                .max(Comparator.<LabelRow>comparingLong(row -> votes.get(row.label()))
                        .thenComparing(LabelRow::at))
                .orElseThrow()
                .label();
    }
}
