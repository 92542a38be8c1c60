package io.colloquy.evaluator.http;

import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.library.BuiltInBanks;
import io.colloquy.platform.http.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of banks: they are part of paths and keys, and people read them. */
final class BankIds {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST = 48;

    private BankIds() {}

    static boolean isOne(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * The same id.
     *
     * @throws Problem 400 when it is none that an organisation's bank may have
     */
    static String checked(String id) {
        if (!isOne(id)) {
            throw Problem.invalidRequest(
                    "Expected the id of a bank as 1 to 64 lower-case letters, digits and hyphens, but it is not");
        }
        if (BuiltInBanks.isReserved(id)) {
            throw Problem.conflict(
                    "Expected the id of a bank of the organisation, but '%s' is built in and only read".formatted(id));
        }
        return id;
    }

    /** The id that follows from a bank's name. */
    static String of(QuestionBank bank) {
        String plain = Normalizer.normalize(bank.name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String id = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        if (id.isEmpty()) {
            return "bank-" + bank.version();
        }
        return BuiltInBanks.isReserved(id) ? "copy-of-" + id : id;
    }
}
