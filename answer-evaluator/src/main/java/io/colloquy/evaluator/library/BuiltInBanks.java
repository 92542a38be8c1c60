package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.QuestionBank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The banks that come with the service, under ids that no organisation can take; everybody may read them. */
public final class BuiltInBanks {
    private static final String PREFIX = "built-in";
    private static final Map<String, QuestionBank> BANKS = BankReader.everyBuiltIn().stream()
            .collect(Collectors.toUnmodifiableMap(BuiltInBanks::id, Function.identity()));

    private BuiltInBanks() {}

    /** Whether only built-in banks have such an id. */
    public static boolean isReserved(String id) {
        return id.startsWith(PREFIX);
    }

    /** The built-in bank of that id. */
    public static Optional<QuestionBank> of(String id) {
        return Optional.ofNullable(BANKS.get(id));
    }

    /** All of them, by id. */
    public static List<String> ids() {
        return BANKS.keySet().stream().sorted().toList();
    }

    private static String id(QuestionBank bank) {
        return PREFIX + '-' + bank.language();
    }
}
