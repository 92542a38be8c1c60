package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A content word of a question, an expected point or a job, to be recognised in an answer also in other words.
 *
 * @param stem of the word
 * @param groups numbers of the word groups it belongs to
 * @param weight how much it says, 0 to 1
 */
record Term(String stem, Set<Integer> groups, double weight) {
    private static final double SAME_BEGINNING = 0.8;
    private static final double PART_OF_THE_OTHER = 0.7;
    private static final double SAME_GROUP = 0.6;
    private static final int SHORTEST_BEGINNING = 5;
    private static final double SHARED_BEGINNING = 0.7;
    private static final double EVERYDAY = 0.3;
    private static final double ASKED = 0.4;

    /** The terms of a text; words that the question itself uses prove little. */
    static List<Term> of(String text, Set<String> asked, Vocabulary vocabulary, Language language) {
        List<Token> tokens = language.tokens(text);
        List<Set<Integer>> groups = language.groups().of(tokens);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.stopWord()) {
                double weight = (vocabulary.isEveryday(token.stem()) ? EVERYDAY : 1)
                        * (asked.contains(token.stem()) ? ASKED : 1);
                terms.add(new Term(token.stem(), groups.get(i), weight));
            }
        }
        return terms;
    }

    /** How likely a word of the answer means the same, 0 to 1: by stem, by parts of compounds, by group. */
    double similarity(Token token, Set<Integer> tokenGroups) {
        String other = token.stem();
        if (stem.equals(other)) {
            return 1;
        }
        int shared = sharedBeginning(stem, other);
        if (shared >= SHORTEST_BEGINNING && shared >= SHARED_BEGINNING * Math.min(stem.length(), other.length())) {
            return SAME_BEGINNING;
        }
        boolean longEnough = Math.min(stem.length(), other.length()) > SHORTEST_BEGINNING;
        if (longEnough && (stem.contains(other) || other.contains(stem))) {
            return PART_OF_THE_OTHER;
        }
        return groups.stream().anyMatch(tokenGroups::contains) ? SAME_GROUP : 0;
    }

    private static int sharedBeginning(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
