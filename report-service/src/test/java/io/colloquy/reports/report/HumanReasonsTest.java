package io.colloquy.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanReasonsTest {
    private static final String OTHER = HumanReasons.message("SOMETHING_NEW", "en");

    /** Every reason of docs/providers.md, of the built-in evaluator and of the decider. */
    private static final List<String> REASONS = List.of(
                    "TIMEOUT PROVIDER_TIMEOUT PROVIDER_UNREACHABLE PROVIDER_SERVER_ERROR PROVIDER_RATE_LIMITED PROVIDER_UNREADABLE"
                            .split(" "),
                    "PROVIDER_TOO_LARGE PROVIDER_UNAUTHORISED PROVIDER_REFUSED PROVIDER_REDIRECTED PROVIDER_FORBIDDEN_ADDRESS"
                            .split(" "),
                    "PROVIDER_BREAKER_OPEN PROVIDER_UNSUITABLE PROVIDER_BUDGET_SPENT NOT_CONFIGURED NO_EVALUATOR"
                            .split(" "),
                    "INVALID_JSON WRONG_BLOCK SCORE_OUT_OF_RANGE MISSING_DIMENSION UNKNOWN_DIMENSION INVALID_TEXT"
                            .split(" "),
                    "INVALID_REASON INVALID_SCORE UNPROVEN_EVIDENCE SUSPICIOUS_CONTENT IMPLAUSIBLE_SCORE".split(" "),
                    "SAMPLES_DISAGREE UNSUPPORTED_LANGUAGE UNMEASURABLE_RUBRIC UNREADABLE_ANSWER".split(" "))
            .stream()
            .flatMap(Stream::of)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-DE", "es", "fr"})
    void shouldHaveWordsOfItsOwnForEveryKnownReasonInEachLanguage(String language) {
        List<String> messages = REASONS.stream()
                .map(reason -> HumanReasons.message(reason, language))
                .toList();

        assertThat(messages).doesNotContainNull().doesNotContain(HumanReasons.message("SOMETHING_NEW", language));
    }

    @Test
    void shouldSpeakTheLanguageOfTheInterviewAndElseEnglish() {
        assertThat(HumanReasons.message("TIMEOUT", "de")).contains("ein Mensch liest");
        assertThat(HumanReasons.message("TIMEOUT", "pl")).isEqualTo(HumanReasons.message("TIMEOUT", "en"));
        assertThat(OTHER.toLowerCase(Locale.ROOT)).startsWith("expected").contains("a person reads");
    }
}
