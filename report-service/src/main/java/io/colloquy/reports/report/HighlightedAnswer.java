package io.colloquy.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An answer cut into pieces, so that the words that scores rest on can be marked where they were said.
 *
 * @param segments in order; joined they are the answer, character by character
 */
public record HighlightedAnswer(List<Segment> segments) {

    /**
     * A piece of an answer.
     *
     * @param dimensions of the scores that rest on it; empty when none does
     */
    public record Segment(String text, List<String> dimensions) {
        /** Whether any score rests on it. */
        public boolean marked() {
            return !dimensions.isEmpty();
        }

        /** The dimensions in words. */
        public String label() {
            return String.join(", ", dimensions);
        }
    }

    private record Span(int from, int to, String dimension) {}

    /** Marks each quote where it first occurs; a quote that is not in the answer marks nothing. */
    public static HighlightedAnswer of(String answer, List<Report.Dimension> dimensions) {
        List<Span> spans = spans(answer, dimensions);
        SortedSet<Integer> cuts = new TreeSet<>(List.of(0, answer.length()));
        spans.forEach(span -> cuts.addAll(List.of(span.from(), span.to())));
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                segments.add(new Segment(answer.substring(from, to), marking(spans, from, to)));
                from = to;
            }
        }
        return new HighlightedAnswer(List.copyOf(segments));
    }

    private static List<Span> spans(String answer, List<Report.Dimension> dimensions) {
        List<Span> spans = new ArrayList<>();
        for (Report.Dimension dimension : dimensions) {
            for (String quote : dimension.evidence()) {
                int at = quote == null || quote.isEmpty() ? -1 : answer.indexOf(quote);
                if (at >= 0) {
                    spans.add(new Span(at, at + quote.length(), dimension.name()));
                }
            }
        }
        return spans;
    }

    private static List<String> marking(List<Span> spans, int from, int to) {
        return spans.stream()
                .filter(span -> span.from() <= from && to <= span.to())
                .map(Span::dimension)
                .distinct()
                .toList();
    }
}
