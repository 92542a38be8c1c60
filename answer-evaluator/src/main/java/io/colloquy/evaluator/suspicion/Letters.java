package io.colloquy.evaluator.suspicion;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One text in the forms that the searches want. */
final class Letters {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<UnicodeScript> LOOKING_ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private Letters() {}

    /** Compatibility forms resolved, invisible characters gone. */
    static String visible(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    /** Lower-case words without accents, one space between. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Whether a word has letters of alphabets that look alike. */
    static boolean mixesScripts(String text) {
        return Arrays.stream(NO_WORD.split(text))
                .anyMatch(word -> word.codePoints()
                                .filter(Character::isLetter)
                                .mapToObj(UnicodeScript::of)
                                .filter(LOOKING_ALIKE::contains)
                                .distinct()
                                .count()
                        > 1);
    }
}
