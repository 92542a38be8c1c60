package io.colloquy.bench;

import java.util.List;

/**
 * What a row found.
 *
 * @param notes what a reader has to know to understand the figures
 */
public record RowResult(String row, List<Figure> figures, List<String> notes) {
    public RowResult {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
