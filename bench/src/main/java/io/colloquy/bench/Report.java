package io.colloquy.bench;

import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that a run found, as a table for people and JSON for everything else. */
record Report(Instant date, Machine machine, Plan plan, List<RowResult> rows) {

    String table() {
        StringBuilder text = new StringBuilder("%s%n%s; %d pairs of %.1f s%n"
                .formatted(date, machine.describe(), plan.pairs(), plan.window().toMillis() / 1000.0));
        for (RowResult row : rows) {
            text.append(
                    "%n%-34s %-10s %10s %10s %10s  %s%n".formatted(row.row(), "unit", "median", "min", "max", "goal"));
            row.figures().forEach(figure -> text.append(line(figure)));
            row.notes().forEach(note -> text.append("  · ").append(note).append("\n"));
        }
        return text.toString();
    }

    void write(Path file) {
        try {
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json()));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write '%s', but could not".formatted(file), e);
        }
    }

    private Map<String, Object> json() {
        return Map.of(
                "date", date,
                "machine", machine,
                "plan", plan,
                "rows",
                        rows.stream()
                                .map(row -> Map.of("row", row.row(), "figures", figures(row), "notes", row.notes()))
                                .toList());
    }

    private static List<Map<String, Object>> figures(RowResult row) {
        return row.figures().stream().map(Report::json).toList();
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("unit", figure.unit());
        fields.put("median", figure.spread().median());
        fields.put("min", figure.spread().min());
        fields.put("max", figure.spread().max());
        fields.put("values", figure.spread().values());
        figure.goal().ifPresent(goal -> {
            fields.put("goal", goal.describe());
            fields.put("met", figure.met().orElseThrow());
        });
        return fields;
    }

    private static String line(Figure figure) {
        String goal = figure.goal()
                .map(it -> it.describe() + (figure.met().orElse(false) ? "  met" : "  MISSED"))
                .orElse("");
        return "  %-32s %-10s %10s %10s %10s  %s%n"
                .formatted(
                        figure.name(),
                        figure.unit(),
                        number(figure.spread().median()),
                        number(figure.spread().min()),
                        number(figure.spread().max()),
                        goal);
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f", value);
    }
}
