package io.colloquy.evaluator.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a bank's table, in the order in which they are written; they are read in any order. */
enum Column {
    /** What the row is: bank, family or question. */
    RECORD,
    ID,
    FAMILY,
    KIND,
    DIFFICULTY,
    WEIGHT,
    SECONDS,
    /** Of a question; of the bank its name. */
    TEXT,
    /** A line for each point: the point, then its synonyms, with a bar between. */
    EXPECTED_POINTS,
    /** Of the bank. */
    LANGUAGE,
    /** Of a family, with a bar between. */
    JOB_TERMS,
    /** Of a family, with a bar between. */
    JOB_HINTS;

    static List<String> names() {
        return Arrays.stream(values()).map(Column::title).toList();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String title) {
        String wanted = title.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(it -> it.title().equals(wanted)).findFirst();
    }
}
