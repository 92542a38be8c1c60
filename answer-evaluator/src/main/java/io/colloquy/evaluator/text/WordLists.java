package io.colloquy.evaluator.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The sections of a word list file, each with its lines.
 *
 * @param sections lines by section
 */
record WordLists(Map<String, List<String>> sections) {
    /** Reads a resource beside this class: sections in brackets, comments after a hash. */
    static WordLists read(String resource) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return new WordLists(sections);
    }

    /** All entries of a section, whatever line they stand on. */
    List<String> entries(String section) {
        return sections.getOrDefault(section, List.of()).stream()
                .flatMap(WordLists::entriesOf)
                .distinct()
                .toList();
    }

    static Stream<String> entriesOf(String line) {
        return Stream.of(line.split(",")).map(String::strip).filter(entry -> !entry.isEmpty());
    }

    static List<String> lines(String resource) {
        try (InputStream content = Objects.requireNonNull(
                WordLists.class.getResourceAsStream(resource),
                "Expected a word list on the class path, but it is missing")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
