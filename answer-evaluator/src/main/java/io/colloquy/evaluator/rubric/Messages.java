package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.text.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said to people in the language of the interview, English where there are no words for it; never a word of the answer. */
public final class Messages {
    private static final String ENGLISH = "en";
    private static final Map<String, Properties> WORDS =
            Languages.codes().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Messages::read));

    private Messages() {}

    /** One sentence for the reason why an answer was not graded. */
    public static String of(Reason reason, String languageTag) {
        return phrase(reason.name(), languageTag);
    }

    /** The phrase of this name. */
    static String phrase(String name, String languageTag) {
        String code = Locale.forLanguageTag(languageTag).getLanguage();
        return WORDS.getOrDefault(code, WORDS.get(ENGLISH)).getProperty(name);
    }

    private static Properties read(String code) {
        try (InputStream content = Objects.requireNonNull(
                Messages.class.getResourceAsStream("words.%s.properties".formatted(code)),
                "Expected words for each language on the class path, but some are missing")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(content, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
