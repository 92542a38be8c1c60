package io.colloquy.evaluator.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The languages that answers can be read in. */
public final class Languages {
    private static final Language ENGLISH = readEnglish();

    private Languages() {}

    /** English. */
    public static Language english() {
        return ENGLISH;
    }

    /** The language of a BCP 47 tag, by its primary subtag: en-GB is English; empty when it cannot be read. */
    public static Optional<Language> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return primary.equals(ENGLISH.code()) ? Optional.of(ENGLISH) : Optional.empty();
    }

    private static Language readEnglish() {
        try (InputStream words = resource("english.json");
                InputStream pairs = resource("english-letter-pairs.txt")) {
            WordLists lists = JsonMapper.builder().build().readValue(words, WordLists.class);
            Map<String, Set<String>> others = lists.otherLanguages().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
            return new Language(
                    "en",
                    Languages::englishStem,
                    new HashSet<>(lists.stopWords()),
                    lists.markers(),
                    others,
                    letterPairs(pairs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stemmer holds the word it works on, so each call has its own. */
    private static String englishStem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static LetterPairs letterPairs(InputStream content) throws IOException {
        List<String> rows = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(2))
                .toList();
        return new LetterPairs(rows);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Languages.class.getResourceAsStream(name), "Expected a word list on the class path, but it is missing");
    }

    private record WordLists(
            @JsonProperty("stop_words") List<String> stopWords,
            Map<String, List<String>> markers,
            @JsonProperty("other_languages") Map<String, List<String>> otherLanguages) {}
}
