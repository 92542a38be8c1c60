package io.colloquy.evaluator.suspicion;

import java.util.regex.Pattern;

/** Characters without a picture. Joiners are part of some scripts and of emoji; between Latin letters they are not. */
final class HiddenCharacters {
    private static final Pattern ALWAYS = Pattern.compile(
            "[\\u00AD\\u034F\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\x{E0000}-\\x{E007F}]|(?<!\\A)\\uFEFF");
    private static final Pattern JOINER_AMONG_LATIN = Pattern.compile(
            "[\\p{IsLatin}\\p{Punct}\\s\\d][\\u200C\\u200D]|[\\u200C\\u200D][\\p{IsLatin}\\p{Punct}\\s\\d]");

    private HiddenCharacters() {}

    static boolean occurIn(String text) {
        return ALWAYS.matcher(text).find() || JOINER_AMONG_LATIN.matcher(text).find();
    }
}
