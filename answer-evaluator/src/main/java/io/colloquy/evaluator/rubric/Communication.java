package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Comparator;
import java.util.List;

/** Readable sentences, varied words, few fillers, enough said. Knows nothing of accent, and does not punish plain language. */
final class Communication implements Measure {
    private static final double FULL_LENGTH = 60;

    @Override
    public Measurement of(Reading reading, Findings findings) {
        Passage own = reading.own();
        double mean = own.sentences().stream()
                .mapToInt(sentence -> sentence.tokens().size())
                .average()
                .orElse(0);
        double fillers = fillers(reading);
        double form = 0.45 * readable(mean) + 0.3 * variety(own) + 0.25 * (1 - Math.min(1, 8 * fillers));
        double enough = Math.clamp(own.tokens().size() / FULL_LENGTH, 0.3, 1);
        String rationale =
                "Sentences of %.0f words on average, %.0f %% of the words are fillers.".formatted(mean, 100 * fillers);
        return new Measurement(findings.serving(form * enough), mostReadable(own), rationale);
    }

    /** Best from 8 to 26 words; fragments and endless sentences lose. */
    private static double readable(double words) {
        if (words < 8) {
            return Math.max(0.2, words / 8);
        }
        return words <= 26 ? 1 : Math.max(0.3, 1 - (words - 26) / 40);
    }

    /** Distinct content words in the first fifty. */
    private static double variety(Passage own) {
        List<Token> content = own.contentTokens().stream().limit(50).toList();
        double distinct = content.stream().map(Token::stem).distinct().count();
        return content.isEmpty() ? 0 : Math.clamp((distinct / content.size() - 0.4) / 0.5, 0, 1);
    }

    private static double fillers(Reading reading) {
        List<Token> tokens = reading.own().tokens();
        return tokens.isEmpty()
                ? 0
                : (double) reading.language()
                                .phrases("fillers")
                                .coveredIn(tokens)
                                .cardinality()
                        / tokens.size();
    }

    private static List<Sentence> mostReadable(Passage own) {
        return own.sentences().stream()
                .sorted(Comparator.comparingDouble(
                        (Sentence sentence) -> -readable(sentence.tokens().size())))
                .limit(2)
                .toList();
    }
}
