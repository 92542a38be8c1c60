package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the family of a job by the words of its title, and by its description where the title says nothing. */
final class JobFamilies {
    private static final int TERM = 2;
    private static final int HINT = 1;
    private static final int CLEAR = 2 * TERM;

    private JobFamilies() {}

    /** The name of the best family; {@link JobFamily#GENERAL} when no word gives one away. */
    static String match(List<JobFamily> families, String title, Optional<String> description, Language language) {
        return best(families, title, HINT, language)
                .or(() -> description.flatMap(text -> best(families, text, CLEAR, language)))
                .orElse(JobFamily.GENERAL);
    }

    private static Optional<String> best(List<JobFamily> families, String text, int atLeast, Language language) {
        List<String> words = stems(text, language);
        JobFamily best = null;
        int most = atLeast - 1;
        for (JobFamily family : families) {
            int points = points(family, words, language);
            if (points > most) {
                most = points;
                best = family;
            }
        }
        return Optional.ofNullable(best).map(JobFamily::name);
    }

    private static int points(JobFamily family, List<String> words, Language language) {
        return sum(family.jobTerms(), TERM, words, language) + sum(family.jobHints(), HINT, words, language);
    }

    /** A longer term says more: "product manager" beats "manager". */
    private static int sum(List<String> terms, int each, List<String> words, Language language) {
        return terms.stream()
                .map(term -> stems(term, language))
                .filter(term -> Collections.indexOfSubList(words, term) >= 0)
                .mapToInt(term -> each * (2 * term.size() - 1))
                .sum();
    }

    private static List<String> stems(String text, Language language) {
        return language.tokens(text).stream().map(Token::stem).toList();
    }
}
