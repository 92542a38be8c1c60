package io.colloquy.frames.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts of an evaluation for people. */
final class EvaluationTable {
    private EvaluationTable() {}

    @SuppressWarnings("unchecked") // the facts are ours
    static String of(Map<String, Object> facts) {
        Map<String, Map<String, Object>> classes = (Map<String, Map<String, Object>>) facts.get("classes");
        List<List<Integer>> confusion = (List<List<Integer>>) facts.get("confusion_true_by_chosen");
        List<String> names = List.copyOf(classes.keySet());
        List<String> lines = new ArrayList<>();
        lines.add("file                 " + facts.get("file"));
        lines.add("model                " + facts.get("model"));
        for (String figure : List.of(
                "pictures", "accuracy", "macro_recall", "macro_f1", "calibration_error", "milliseconds_per_image")) {
            lines.add(String.format(Locale.ROOT, "%-20s %s", figure.replace('_', ' '), facts.get(figure)));
        }
        lines.add("");
        lines.add(row("", List.of("pictures", "precision", "recall", "f1")));
        classes.forEach((name, one) ->
                lines.add(row(name, one.values().stream().map(Object::toString).toList())));
        lines.add("");
        lines.add(row("true \\ chosen", names));
        for (int k = 0; k < names.size(); k++) {
            lines.add(row(
                    names.get(k),
                    confusion.get(k).stream().map(Object::toString).toList()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-14s", name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%10s", cell)));
        return line.toString();
    }
}
