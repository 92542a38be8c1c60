package io.colloquy.evaluator.suspicion;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A sentence in another language or script than the interview's: what the reader does not read, the model does. */
final class ForeignPassages {
    private static final Map<String, Set<String>> STOP_WORDS = read();
    private static final Map<String, Set<UnicodeScript>> SCRIPTS = Map.ofEntries(
            Map.entry("ru", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("uk", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("bg", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("sr", Set.of(UnicodeScript.CYRILLIC)),
            Map.entry("el", Set.of(UnicodeScript.GREEK)),
            Map.entry("zh", Set.of(UnicodeScript.HAN)),
            Map.entry("ja", Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)),
            Map.entry("ko", Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN)),
            Map.entry("ar", Set.of(UnicodeScript.ARABIC)),
            Map.entry("fa", Set.of(UnicodeScript.ARABIC)),
            Map.entry("he", Set.of(UnicodeScript.HEBREW)),
            Map.entry("hi", Set.of(UnicodeScript.DEVANAGARI)),
            Map.entry("th", Set.of(UnicodeScript.THAI)));
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:\\n()]+");
    private static final int MOST_FOREIGN_LETTERS = 4;
    private static final int FEWEST_STOP_WORDS = 3;

    private ForeignPassages() {}

    /** Whether one occurs in an interview of that language (BCP 47). */
    static boolean occurIn(String text, String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        return hasForeignScript(text, SCRIPTS.getOrDefault(primary, Set.of()))
                || Arrays.stream(SENTENCE_END.split(text)).anyMatch(sentence -> isForeign(sentence, primary));
    }

    private static boolean hasForeignScript(String text, Set<UnicodeScript> own) {
        return text.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .filter(script -> script != UnicodeScript.LATIN && script != UnicodeScript.COMMON)
                        .filter(script -> !own.contains(script))
                        .count()
                > MOST_FOREIGN_LETTERS;
    }

    private static boolean isForeign(String sentence, String primary) {
        Set<String> own = STOP_WORDS.get(primary);
        if (own == null) {
            return false;
        }
        List<String> words = List.of(Letters.plain(sentence).split(" ", -1));
        long ownWords = words.stream().filter(own::contains).count();
        return STOP_WORDS.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(primary))
                .anyMatch(entry -> {
                    long foreign = words.stream()
                            .filter(word -> entry.getValue().contains(word) && !own.contains(word))
                            .distinct()
                            .count();
                    return foreign >= FEWEST_STOP_WORDS && foreign > ownWords;
                });
    }

    private static Map<String, Set<String>> read() {
        try (InputStream content = ForeignPassages.class.getResourceAsStream("stop-words.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(
                                    content, "Expected a word list on the class path, but it is missing"),
                            new TypeReference<Map<String, Set<String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
