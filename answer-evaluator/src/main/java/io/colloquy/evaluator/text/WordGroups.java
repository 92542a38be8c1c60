package io.colloquy.evaluator.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that speakers use for the same thing, in groups: what lets a paraphrase count. A word may belong to several groups.
 * Immutable and thread-safe.
 */
public final class WordGroups {
    private final Phrases phrases;
    private final List<Integer> groups;

    /** One list of phrases per group. */
    public WordGroups(List<List<String>> groups) {
        List<String> all = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            for (String phrase : groups.get(group)) {
                all.add(phrase);
                numbers.add(group);
            }
        }
        this.phrases = new Phrases(all);
        this.groups = List.copyOf(numbers);
    }

    /** For each word the numbers of the groups that it belongs to, alone or as part of a phrase. */
    public List<Set<Integer>> of(List<Token> tokens) {
        List<Set<Integer>> found = new ArrayList<>();
        tokens.forEach(token -> found.add(new HashSet<>()));
        phrases.forEachIn(tokens, (phrase, start, end) -> {
            for (int place = start; place < end; place++) {
                found.get(place).add(groups.get(phrase));
            }
        });
        return found;
    }
}
