package io.colloquy.evaluator.suspicion;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words that speak to whoever grades, in several languages; the lists are a file. */
final class Instructions {
    private static final Lists LISTS = read();
    private static final Map<Character, List<Beginning>> BEGINNINGS = beginnings();

    private Instructions() {}

    /**
     * What to look for, in lower case and without accents.
     *
     * @param phrases whole words in this order
     * @param together one word of each group close to each other; words are compared by their beginnings
     * @param unspaced all of them somewhere, for scripts without spaces
     */
    private record Lists(List<String> phrases, List<Together> together, List<List<String>> unspaced) {}

    private record Together(int within, List<List<String>> groups) {}

    /** One word of a group of a rule; a number counts only as a whole. */
    private record Beginning(String text, int rule, int group) {
        boolean begins(String word) {
            return Character.isDigit(text.charAt(0)) ? word.equals(text) : word.startsWith(text);
        }
    }

    /** A word of a text that is in one of a rule's groups. */
    private record Hit(int position, int group) {}

    static boolean occurIn(String text) {
        String plain = Letters.plain(text);
        String padded = " " + plain + " ";
        return LISTS.phrases().stream().anyMatch(phrase -> padded.contains(" " + phrase + " "))
                || LISTS.unspaced().stream().anyMatch(parts -> parts.stream().allMatch(plain::contains))
                || occurTogether(plain.split(" ", -1));
    }

    private static boolean occurTogether(String[] words) {
        List<List<Hit>> hits =
                LISTS.together().stream().map(rule -> new ArrayList<Hit>()).collect(Collectors.toUnmodifiableList());
        for (int position = 0; position < words.length; position++) {
            for (Beginning beginning : beginningsOf(words[position])) {
                hits.get(beginning.rule()).add(new Hit(position, beginning.group()));
            }
        }
        return IntStream.range(0, hits.size())
                .anyMatch(rule -> areTogether(hits.get(rule), LISTS.together().get(rule)));
    }

    /** Few of the beginnings share a word's first letter, and most words of an answer have none. */
    private static List<Beginning> beginningsOf(String word) {
        return word.isEmpty()
                ? List.of()
                : BEGINNINGS.getOrDefault(word.charAt(0), List.of()).stream()
                        .filter(it -> it.begins(word))
                        .toList();
    }

    private static boolean areTogether(List<Hit> hits, Together rule) {
        return IntStream.range(0, hits.size()).anyMatch(start -> {
            int end = hits.get(start).position() + rule.within();
            return hits.subList(start, hits.size()).stream()
                            .takeWhile(hit -> hit.position() < end)
                            .map(Hit::group)
                            .distinct()
                            .count()
                    == rule.groups().size();
        });
    }

    private static Map<Character, List<Beginning>> beginnings() {
        List<Beginning> all = new ArrayList<>();
        for (int rule = 0; rule < LISTS.together().size(); rule++) {
            List<List<String>> groups = LISTS.together().get(rule).groups();
            for (int group = 0; group < groups.size(); group++) {
                for (String text : groups.get(group)) {
                    all.add(new Beginning(text, rule, group));
                }
            }
        }
        return all.stream().collect(Collectors.groupingBy(it -> it.text().charAt(0), Collectors.toUnmodifiableList()));
    }

    private static Lists read() {
        try (InputStream content = Instructions.class.getResourceAsStream("instructions.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(
                                    content, "Expected a word list on the class path, but it is missing"),
                            Lists.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
