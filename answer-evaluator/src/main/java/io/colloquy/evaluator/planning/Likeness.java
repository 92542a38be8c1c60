package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Token;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two questions ask nearly the same: by the stems of the words that carry their content. */
final class Likeness {
    /** Shared stems of all stems. */
    private static final double MOST_SHARED = 0.6;
    /** Shared stems of those of the shorter question. */
    private static final double MOST_CONTAINED = 0.8;

    private static final int FEWEST_TO_CONTAIN = 3;

    private Likeness() {}

    static boolean isNear(String one, String other, Language language) {
        Set<String> first = stems(one, language);
        Set<String> second = stems(other, language);
        Set<String> shared = new HashSet<>(first);
        shared.retainAll(second);
        int shorter = Math.min(first.size(), second.size());
        int all = first.size() + second.size() - shared.size();
        return all == 0
                || shared.size() >= MOST_SHARED * all
                || (shorter >= FEWEST_TO_CONTAIN && shared.size() >= MOST_CONTAINED * shorter);
    }

    private static Set<String> stems(String text, Language language) {
        return language.tokens(text).stream()
                .filter(token -> !token.stopWord())
                .map(Token::stem)
                .collect(Collectors.toSet());
    }
}
