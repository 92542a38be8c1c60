package io.colloquy.evaluator.providers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Languages as providers name them: {@code de}, or {@code german} as Whisper does. */
final class HeardLanguage {
    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    code -> code,
                    (one, other) -> one));
    private static final int LONGEST = 35;

    private HeardLanguage() {}

    /** BCP 47; empty when it is no language that anybody knows. */
    static Optional<String> of(String named) {
        String name = named.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_NAME.get(name))
                .or(() -> Optional.of(Locale.forLanguageTag(name).getLanguage()).filter(BY_NAME::containsValue));
    }
}
