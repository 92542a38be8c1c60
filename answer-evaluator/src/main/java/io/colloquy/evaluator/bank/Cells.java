package io.colloquy.evaluator.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is in the cells of a table: lists, written with a bar or a line end between their elements, and texts that no
 * spreadsheet may take for a formula.
 */
final class Cells {
    private static final char ESCAPE = '\\';
    private static final char BAR = '|';
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r＝＋－＠].*", Pattern.DOTALL);

    private Cells() {}

    /** With an apostrophe before what a spreadsheet would compute. */
    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** As it was before {@link #harmless}. */
    static String original(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    static String list(List<String> elements) {
        return elements.stream().map(Cells::escaped).collect(Collectors.joining(" | "));
    }

    static List<String> list(String cell) {
        return lines(cell).stream().flatMap(List::stream).toList();
    }

    static String lines(List<List<String>> lists) {
        return lists.stream().map(Cells::list).collect(Collectors.joining("\n"));
    }

    /** Lines of elements, without those that hold nothing. */
    static List<List<String>> lines(String cell) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char next = cell.charAt(i);
            if (next == ESCAPE && i + 1 < cell.length() && "\\|n".indexOf(cell.charAt(i + 1)) >= 0) {
                i++;
                element.append(cell.charAt(i) == 'n' ? '\n' : cell.charAt(i));
            } else if (next == BAR || next == '\n') {
                endElement(line, element);
                if (next == '\n') {
                    line = endLine(lines, line);
                }
            } else {
                element.append(next);
            }
        }
        endElement(line, element);
        endLine(lines, line);
        return lines;
    }

    private static void endElement(List<String> line, StringBuilder element) {
        String text = element.toString().strip();
        if (!text.isEmpty()) {
            line.add(text);
        }
        element.setLength(0);
    }

    private static List<String> endLine(List<List<String>> lines, List<String> line) {
        if (line.isEmpty()) {
            return line;
        }
        lines.add(List.copyOf(line));
        return new ArrayList<>();
    }

    private static String escaped(String element) {
        return element.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
    }
}
