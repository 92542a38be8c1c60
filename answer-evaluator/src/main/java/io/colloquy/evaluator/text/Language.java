package io.colloquy.evaluator.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to be known of a language to read answers in it. Word lists come from a resource file; stems from the Snowball
 * project's stemmers.
 *
 * @param code BCP 47 primary subtag
 * @param stemmer word to stem; thread-safe
 * @param stopWords function words, as {@link Token#word()} spells them
 * @param markers phrases that give away a purpose, by name: connectives, situation, task, action, result, careless …
 * @param groups words for the same thing
 * @param opposites words against each other
 * @param otherLanguages frequent function words of other languages, by code
 * @param letterPairs how usual a spelling is
 * @param wordPairs how usual a row of words is
 */
public record Language(
        String code,
        UnaryOperator<String> stemmer,
        Set<String> stopWords,
        Map<String, Phrases> markers,
        WordGroups groups,
        List<Opposites> opposites,
        Map<String, Set<String>> otherLanguages,
        LetterPairs letterPairs,
        WordPairs wordPairs) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*(?:['’ʼ][\\p{L}]++)*+[+#]*");
    private static final Phrases NONE = new Phrases(List.of());
    private static final Pattern ELIDED_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*[+#]*");
    private static final Pattern LEFT_OUT = Pattern.compile("['’ʼ\\p{Cf}]");

    public Language {
        stopWords = Set.copyOf(stopWords);
        markers = Map.copyOf(markers);
        opposites = List.copyOf(opposites);
        otherLanguages = Map.copyOf(otherLanguages);
    }

    /** The same with other experience of what people say. */
    public Language with(WordPairs heard) {
        return new Language(code, stemmer, stopWords, markers, groups, opposites, otherLanguages, letterPairs, heard);
    }

    /** The words of a text, in order. In French an elided word is one of its own: l'idée has two. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = (code.equals("fr") ? ELIDED_WORD : WORD).matcher(text);
        while (matcher.find()) {
            String word = LEFT_OUT.matcher(Normalizer.normalize(matcher.group(), Normalizer.Form.NFKC))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            tokens.add(new Token(word, stemmer.apply(word), stopWords.contains(word), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    /** The phrases of a marker list; empty when the language has none of that name. */
    public Phrases phrases(String marker) {
        return markers.getOrDefault(marker, NONE);
    }
}
