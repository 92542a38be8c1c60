package io.colloquy.evaluator.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the candidate reads: what was good, what was missing, in the rubric's own terms and no invention. */
final class Feedback {
    private static final int MOST_HINTS = 3;
    private static final double CLEAR = 0.5;

    private Feedback() {}

    /**
     * In the language of the interview.
     *
     * @param form of the answer, however good its content, 0 to 1
     */
    static String of(Coverage coverage, double form, String language) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                coverage.made().isEmpty()
                        ? Messages.phrase("none", language)
                        : Messages.phrase("covered", language).formatted(points(coverage.made())));
        if (!coverage.missing().isEmpty()) {
            List<Coverage.Match> hints =
                    coverage.missing().stream().limit(MOST_HINTS).toList();
            sentences.add(Messages.phrase("missing", language).formatted(points(hints)));
        }
        if (form < CLEAR) {
            sentences.add(Messages.phrase("structure", language));
        }
        return String.join(" ", sentences);
    }

    private static String points(List<Coverage.Match> matches) {
        return matches.stream().map(match -> match.point().text()).collect(Collectors.joining("; "));
    }
}
