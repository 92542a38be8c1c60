package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rows of a bank's table as the tree that banks are read from. A cell that is not what it has to be is handed on as it
 * is: the tree's reader says what is wrong.
 */
final class BankRows {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DEFAULT_WEIGHT = "1";
    private static final String DEFAULT_SECONDS = "120";

    private final ObjectNode bank = NODES.objectNode();
    private final ArrayNode families = NODES.arrayNode();
    private final ArrayNode questions = NODES.arrayNode();
    private final List<Integer> lines = new ArrayList<>();
    private final List<String> offences = new Offences();
    private List<Column> heading = List.of();

    /** What the bank is called where no row says it; blank when nobody said so either. */
    BankRows(String name, String language) {
        bank.put("name", name).put("language", language);
    }

    void add(int line, String[] cells) {
        if (Arrays.stream(cells).allMatch(String::isBlank)) {
            return;
        }
        if (heading.isEmpty()) {
            heading = heading(cells);
            return;
        }
        Map<Column, String> row = row(line, cells);
        switch (row.getOrDefault(Column.RECORD, "").toLowerCase(Locale.ROOT)) {
            case "bank" -> bank.put("name", row.get(Column.TEXT)).put("language", row.get(Column.LANGUAGE));
            case "family" -> families.add(family(row));
            case "question", "" -> {
                questions.add(question(row));
                lines.add(line);
            }
            default ->
                offences.add("Expected line %d to be a bank, a family or a question, but its record is '%s'"
                        .formatted(line, Shown.of(row.get(Column.RECORD))));
        }
    }

    /** Where a question stands. */
    String place(int question) {
        return "line " + lines.get(question);
    }

    /**
     * All of it.
     *
     * @throws InvalidContentException when rows are no rows of such a table
     */
    ObjectNode tree() {
        if (heading.isEmpty()) {
            offences.add("Expected a table with a heading, but it is empty");
        }
        if (!offences.isEmpty()) {
            throw new InvalidContentException(offences);
        }
        bank.set("families", families.isEmpty() ? familiesOfQuestions() : families);
        bank.set("questions", questions);
        return bank;
    }

    /** The rows of a bank, in the order of {@link Column}. */
    static List<List<String>> of(QuestionBank bank) {
        Stream<Map<Column, String>> first =
                Stream.of(Map.of(Column.RECORD, "bank", Column.TEXT, bank.name(), Column.LANGUAGE, bank.language()));
        Stream<Map<Column, String>> families = bank.families().stream()
                .map(it -> Map.of(
                        Column.RECORD, "family",
                        Column.ID, it.name(),
                        Column.JOB_TERMS, Cells.list(it.jobTerms()),
                        Column.JOB_HINTS, Cells.list(it.jobHints())));
        Stream<Map<Column, String>> questions = bank.questions().stream().map(BankRows::row);
        return Stream.of(first, families, questions)
                .flatMap(rows -> rows)
                .map(row -> Arrays.stream(Column.values())
                        .map(column -> row.getOrDefault(column, ""))
                        .toList())
                .toList();
    }

    private static Map<Column, String> row(Question question) {
        Map<Column, String> row = new EnumMap<>(Column.class);
        row.put(Column.RECORD, "question");
        row.put(Column.ID, question.id());
        row.put(Column.FAMILY, question.category());
        row.put(Column.KIND, question.kind().name());
        row.put(Column.DIFFICULTY, Integer.toString(question.difficulty()));
        row.put(Column.WEIGHT, Double.toString(question.weight()));
        row.put(Column.SECONDS, Integer.toString(question.seconds()));
        row.put(Column.TEXT, question.text());
        row.put(
                Column.EXPECTED_POINTS,
                Cells.lines(question.expectedPoints().stream()
                        .map(point -> point.wordings().toList())
                        .toList()));
        return row;
    }

    private List<Column> heading(String[] cells) {
        List<Column> columns = new ArrayList<>();
        for (String cell : cells) {
            Optional<Column> column = Column.of(cell);
            if (column.isEmpty() || columns.contains(column.get())) {
                offences.add("Expected a heading of %s, each once, but it has '%s'"
                        .formatted(Column.names(), Shown.of(cell)));
            }
            columns.add(column.orElse(Column.RECORD));
        }
        return columns;
    }

    private Map<Column, String> row(int line, String[] cells) {
        Map<Column, String> row = new EnumMap<>(Column.class);
        if (cells.length > heading.size()) {
            offences.add(
                    "Expected line %d to have %d cells, but it has %d".formatted(line, heading.size(), cells.length));
        }
        for (int i = 0; i < Math.min(cells.length, heading.size()); i++) {
            row.put(heading.get(i), Cells.original(Shown.normal(cells[i])));
        }
        return row;
    }

    private static ObjectNode family(Map<Column, String> row) {
        ObjectNode family = NODES.objectNode().put("family", row.getOrDefault(Column.ID, ""));
        Cells.list(row.getOrDefault(Column.JOB_TERMS, "")).forEach(family.putArray("job_terms")::add);
        Cells.list(row.getOrDefault(Column.JOB_HINTS, "")).forEach(family.putArray("job_hints")::add);
        return family;
    }

    private static ObjectNode question(Map<Column, String> row) {
        ObjectNode question = NODES.objectNode()
                .put("id", row.getOrDefault(Column.ID, ""))
                .put("family", row.getOrDefault(Column.FAMILY, ""))
                .put("kind", row.getOrDefault(Column.KIND, "").toUpperCase(Locale.ROOT))
                .put("text", row.getOrDefault(Column.TEXT, ""));
        question.set("difficulty", integer(row.getOrDefault(Column.DIFFICULTY, "")));
        question.set("weight", number(orElse(row.get(Column.WEIGHT), DEFAULT_WEIGHT)));
        question.set("seconds", integer(orElse(row.get(Column.SECONDS), DEFAULT_SECONDS)));
        ArrayNode points = question.putArray("expected_points");
        Cells.lines(row.getOrDefault(Column.EXPECTED_POINTS, "")).forEach(line -> {
            ObjectNode point = points.addObject().put("phrase", line.getFirst());
            line.subList(1, line.size()).forEach(point.putArray("synonyms")::add);
        });
        return question;
    }

    /** Where no row names families: those of the questions by name, the general one last. */
    private ArrayNode familiesOfQuestions() {
        Set<String> named = new TreeSet<>();
        questions.forEach(question -> named.add(question.get("family").textValue()));
        named.remove(JobFamily.GENERAL);
        ArrayNode derived = NODES.arrayNode();
        Stream.concat(named.stream(), Stream.of(JobFamily.GENERAL))
                .forEach(name -> derived.addObject().put("family", name));
        return derived;
    }

    private static String orElse(String cell, String otherwise) {
        return cell == null || cell.isBlank() ? otherwise : cell;
    }

    private static JsonNode integer(String cell) {
        try {
            return NODES.numberNode(Integer.parseInt(cell));
        } catch (NumberFormatException e) {
            return NODES.textNode(cell);
        }
    }

    /** Spreadsheets write a decimal comma where the country has one. */
    private static JsonNode number(String cell) {
        try {
            return NODES.numberNode(new BigDecimal(cell.replace(',', '.')).doubleValue());
        } catch (NumberFormatException e) {
            return NODES.textNode(cell);
        }
    }
}
