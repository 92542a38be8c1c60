package io.colloquy.reports.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why an answer waits for a person, in the language of the interview, English where there are no words for it. The reason in
 * the event stays as it is, for those who operate the system.
 */
final class HumanReasons {
    /** Of evaluations without a score that no rule has settled either. */
    static final String OUTCOME = "NEEDS_HUMAN";

    private static final String ENGLISH = "en";
    private static final Map<String, Properties> WORDS = List.of(ENGLISH, "de", "es", "fr").stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), HumanReasons::read));

    private HumanReasons() {}

    /**
     * One sentence, without a word of the answer.
     *
     * @param reason as the event has it
     * @param language of the interview, BCP 47
     */
    static String message(String reason, String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        return WORDS.getOrDefault(code, WORDS.get(ENGLISH)).getProperty(kind(reason));
    }

    private static String kind(String reason) {
        return switch (reason) {
            case "TIMEOUT", "PROVIDER_TIMEOUT" -> "TOO_LATE";
            case "PROVIDER_UNREACHABLE",
                    "PROVIDER_SERVER_ERROR",
                    "PROVIDER_UNREADABLE",
                    "PROVIDER_TOO_LARGE",
                    "PROVIDER_BREAKER_OPEN" -> "FAILED";
            case "PROVIDER_RATE_LIMITED", "PROVIDER_BUDGET_SPENT" -> "NO_ROOM";
            case "PROVIDER_REFUSED" -> "REFUSED";
            case "PROVIDER_UNAUTHORISED",
                    "PROVIDER_REDIRECTED",
                    "PROVIDER_FORBIDDEN_ADDRESS",
                    "PROVIDER_UNSUITABLE",
                    "NOT_CONFIGURED",
                    "NO_EVALUATOR",
                    "UNMEASURABLE_RUBRIC" -> "NOT_SET_UP";
            case "INVALID_JSON",
                    "WRONG_BLOCK",
                    "SCORE_OUT_OF_RANGE",
                    "MISSING_DIMENSION",
                    "UNKNOWN_DIMENSION",
                    "INVALID_TEXT",
                    "INVALID_REASON",
                    "INVALID_SCORE" -> "UNUSABLE_REPLY";
            case "UNPROVEN_EVIDENCE",
                    "SUSPICIOUS_CONTENT",
                    "IMPLAUSIBLE_SCORE",
                    "SAMPLES_DISAGREE",
                    "UNSUPPORTED_LANGUAGE",
                    "UNREADABLE_ANSWER" -> reason;
            case null, default -> "OTHER";
        };
    }

    private static Properties read(String code) {
        try (InputStream content = Objects.requireNonNull(
                HumanReasons.class.getResourceAsStream("/report/human.%s.properties".formatted(code)),
                "Expected words for each language on the class path, but some are missing")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(content, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
