package io.colloquy.evaluator.labelled;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An agreement as a person reads it. */
final class AgreementTable {
    private AgreementTable() {}

    static String of(Agreement agreement) {
        StringBuilder table = new StringBuilder();
        line(table, "pairs in order", agreement.pairs());
        agreement
                .kinds()
                .forEach((kind, share) -> line(table, "  " + kind.toLowerCase(Locale.ROOT), Map.of("", share)));
        agreement.flagged().forEach((label, shares) -> line(table, "flagged: " + name(label), shares));
        line(table, "flagged in all", Map.of("", agreement.flaggedInAll()));
        agreement
                .falselyFlagged()
                .forEach((label, share) -> line(table, "falsely flagged: " + name(label), Map.of("", share)));
        line(table, "falsely flagged in all", Map.of("", agreement.falselyFlaggedInAll()));
        agreement
                .meanScores()
                .forEach((label, mean) ->
                        table.append(String.format(Locale.ROOT, "%-28s %.1f%n", "mean score: " + name(label), mean)));
        return table.toString();
    }

    private static String name(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder table, String title, Map<String, Agreement.Share> shares) {
        table.append(String.format(Locale.ROOT, "%-28s %s%n", title, shares(shares)));
    }

    static String shares(Map<String, Agreement.Share> shares) {
        return shares.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s%d/%d (%.0f %%)",
                        entry.getKey().isEmpty() ? "" : entry.getKey() + " ",
                        entry.getValue().count(),
                        entry.getValue().of(),
                        100 * entry.getValue().share()))
                .collect(Collectors.joining("   "));
    }
}
