package io.colloquy.evaluator.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** The languages that answers can be read in: English, German, French and Spanish. */
public final class Languages {
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.of(
            "en", EnglishStemmer::new, "de", GermanStemmer::new, "fr", FrenchStemmer::new, "es", SpanishStemmer::new);
    private static final Map<String, WordLists> LISTS = STEMMERS.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(code -> code, code -> WordLists.read(code + ".txt")));
    private static final Map<String, Language> BY_CODE =
            STEMMERS.keySet().stream().collect(Collectors.toUnmodifiableMap(code -> code, Languages::read));

    private Languages() {}

    /** English. */
    public static Language english() {
        return BY_CODE.get("en");
    }

    /** Their codes, in order. */
    public static List<String> codes() {
        return BY_CODE.keySet().stream().sorted().toList();
    }

    /** The language of a BCP 47 tag, by its primary subtag: en-GB is English; empty when it cannot be read. */
    public static Optional<Language> of(String tag) {
        return Optional.ofNullable(BY_CODE.get(Locale.forLanguageTag(tag).getLanguage()));
    }

    private static Language read(String code) {
        WordLists lists = LISTS.get(code);
        Map<String, Phrases> markers = lists.sections().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> new Phrases(lists.entries(name))));
        return new Language(
                code,
                stemmer(STEMMERS.get(code)),
                new HashSet<>(lists.entries("stop")),
                markers,
                groups(lists),
                opposites(lists),
                otherLanguages(code),
                letterPairs(code),
                WordPairs.of(WordLists.lines(code + "-word-pairs.txt")));
    }

    /** A stemmer holds the word it works on, so each call has its own. */
    private static UnaryOperator<String> stemmer(Supplier<SnowballStemmer> stemmers) {
        return word -> {
            SnowballStemmer stemmer = stemmers.get();
            stemmer.setCurrent(word);
            stemmer.stem();
            return stemmer.getCurrent();
        };
    }

    private static WordGroups groups(WordLists lists) {
        return new WordGroups(lists.sections().get("groups").stream()
                .map(line -> WordLists.entriesOf(line).toList())
                .toList());
    }

    private static List<Opposites> opposites(WordLists lists) {
        return lists.sections().get("opposites").stream()
                .map(line -> line.split("~"))
                .map(sides -> new Opposites(words(sides[0]), words(sides[1])))
                .toList();
    }

    private static Phrases words(String side) {
        return new Phrases(List.of(side.strip().split("\\s+")));
    }

    /** The languages that can be read give away each other; some more are known by their function words only. */
    private static Map<String, Set<String>> otherLanguages(String code) {
        Map<String, Set<String>> others = new HashMap<>();
        LISTS.forEach((other, lists) -> others.put(other, Set.copyOf(lists.entries("stop"))));
        others.remove(code);
        WordLists more = WordLists.read("other-languages.txt");
        more.sections().keySet().forEach(other -> others.put(other, Set.copyOf(more.entries(other))));
        return others;
    }

    private static LetterPairs letterPairs(String code) {
        return new LetterPairs(WordLists.lines(code + "-letter-pairs.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(2))
                .toList());
    }
}
