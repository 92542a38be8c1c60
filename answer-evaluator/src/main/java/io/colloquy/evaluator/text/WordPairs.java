package io.colloquy.evaluator.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which word follows which where people make sense, counted over answers. Frequent words stand for themselves, numbers for any
 * number, other words for their endings, for those carry most of the grammar.
 *
 * <p>The cost of a pair is its negative logarithmic probability in a bigram model with a Dirichlet prior (MacKay and Peto, A
 * hierarchical Dirichlet language model, 1995).
 */
public final class WordPairs {
    private static final int FREQUENT = 250;
    private static final int ENDING = 2;
    private static final int WINDOW = 12;
    private static final double TRUST_IN_PAIRS = 5;
    private static final double TRUST_IN_WORDS = 2;
    private static final double UNHEARD_OF = 1.0 / 3_000;
    private static final double COST_OF_NOTHING = 8;
    private static final String START = "^";
    private static final String END = "$";
    private static final String NUMBER = "0";

    private final Set<String> known;
    private final Set<String> frequent;
    private final Map<String, Map<String, Integer>> followers;
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Integer> heard = new HashMap<>();
    private final double all;

    private WordPairs(Set<String> known, Set<String> frequent, Map<String, Map<String, Integer>> followers) {
        this.known = Set.copyOf(known);
        this.frequent = Set.copyOf(frequent);
        this.followers = followers;
        followers.forEach((first, row) -> row.forEach((second, count) -> {
            begun.merge(first, count, Integer::sum);
            heard.merge(second, count, Integer::sum);
        }));
        all = heard.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counted over texts that make sense. */
    public static WordPairs in(Collection<Passage> texts) {
        Map<String, Integer> words = new HashMap<>();
        texts.stream().flatMap(text -> text.tokens().stream()).forEach(it -> words.merge(it.word(), 1, Integer::sum));
        Set<String> frequent = words.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FREQUENT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Map<String, Integer>> followers = new HashMap<>();
        texts.stream()
                .flatMap(text -> text.sentences().stream())
                .map(sentence -> row(sentence, frequent))
                .forEach(row -> {
                    for (int i = 1; i < row.size(); i++) {
                        followers
                                .computeIfAbsent(row.get(i - 1), it -> new HashMap<>())
                                .merge(row.get(i), 1, Integer::sum);
                    }
                });
        return new WordPairs(words.keySet(), frequent, followers);
    }

    /** As {@link #lines()} wrote it. */
    static WordPairs of(List<String> lines) {
        Map<String, Map<String, Integer>> followers = new HashMap<>();
        lines.stream().skip(2).map(line -> line.split(" ")).forEach(row -> {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 1; i < row.length; i++) {
                int colon = row[i].lastIndexOf(':');
                counts.put(
                        colon < 0 ? row[i] : row[i].substring(0, colon),
                        colon < 0 ? 1 : Integer.parseInt(row[i].substring(colon + 1)));
            }
            followers.put(row[0], counts);
        });
        return new WordPairs(words(lines.get(1)), words(lines.getFirst()), followers);
    }

    private static Set<String> words(String line) {
        return new HashSet<>(Arrays.asList(line.split(" ")));
    }

    /** Frequent words; all words; then what follows what, with the count behind a colon where it is not one. */
    public List<String> lines() {
        Stream<String> rows = new TreeMap<>(followers)
                .entrySet().stream()
                        .map(row -> row.getKey() + " "
                                + new TreeMap<>(row.getValue())
                                        .entrySet().stream()
                                                .map(it -> it.getValue() == 1
                                                        ? it.getKey()
                                                        : it.getKey() + ":" + it.getValue())
                                                .collect(Collectors.joining(" ")));
        return Stream.concat(
                        Stream.of(String.join(" ", new TreeSet<>(frequent)), String.join(" ", new TreeSet<>(known))),
                        rows)
                .toList();
    }

    /** How much likelier each word is for the one before it, as a mean logarithm: about 1 in speech, below 0 in a salad. */
    public double order(Passage text) {
        return text.sentences().stream()
                .map(sentence -> row(sentence, frequent))
                .flatMap(row -> pairs(row).stream())
                .mapToDouble(pair -> Math.log(likelihood(pair) / likelihood(pair.getLast())))
                .average()
                .orElse(0);
    }

    /** Mean cost of the most unusual dozen of pairs. */
    public double oddest(Passage text) {
        double[] costs = text.sentences().stream()
                .map(sentence -> row(sentence, frequent))
                .flatMap(row -> pairs(row).stream())
                .mapToDouble(pair -> -Math.log(likelihood(pair)))
                .toArray();
        double most = costs.length == 0 ? COST_OF_NOTHING : 0;
        for (int start = 0; start < Math.max(1, costs.length - WINDOW + 1) && costs.length > 0; start++) {
            most = Math.max(
                    most,
                    Arrays.stream(costs, start, Math.min(costs.length, start + WINDOW))
                            .average()
                            .orElseThrow());
        }
        return most;
    }

    /** Share of words that nobody used, 0 to 1; numbers aside. */
    public double unknown(Passage text) {
        return text.tokens().stream()
                .map(Token::word)
                .filter(word -> !isNumber(word))
                .mapToInt(word -> known.contains(word) ? 0 : 1)
                .average()
                .orElse(0);
    }

    private double likelihood(List<String> pair) {
        int before = begun.getOrDefault(pair.getFirst(), 0);
        int together = followers.getOrDefault(pair.getFirst(), Map.of()).getOrDefault(pair.getLast(), 0);
        return (together + TRUST_IN_PAIRS * likelihood(pair.getLast())) / (before + TRUST_IN_PAIRS);
    }

    private double likelihood(String word) {
        return (heard.getOrDefault(word, 0) + TRUST_IN_WORDS * UNHEARD_OF) / (all + TRUST_IN_WORDS);
    }

    private static List<List<String>> pairs(List<String> row) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            pairs.add(row.subList(i - 1, i + 1));
        }
        return pairs;
    }

    private static List<String> row(Sentence sentence, Set<String> frequent) {
        return Stream.of(
                        Stream.of(START),
                        sentence.tokens().stream().map(token -> kind(token.word(), frequent)),
                        Stream.of(END))
                .flatMap(it -> it)
                .toList();
    }

    private static String kind(String word, Set<String> frequent) {
        if (frequent.contains(word)) {
            return word;
        }
        return isNumber(word) ? NUMBER : "-" + word.substring(Math.max(0, word.length() - ENDING));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
