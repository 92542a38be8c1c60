package io.colloquy.evaluator.suspicion;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Words that speak to whoever grades, in several languages; the lists are a file. */
final class Instructions {
    private static final Lists LISTS = read();

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

    static boolean occurIn(String text) {
        String plain = Letters.plain(text);
        String padded = " " + plain + " ";
        return LISTS.phrases().stream().anyMatch(phrase -> padded.contains(" " + phrase + " "))
                || LISTS.unspaced().stream().anyMatch(parts -> parts.stream().allMatch(plain::contains))
                || occurTogether(List.of(plain.split(" ", -1)));
    }

    private static boolean occurTogether(List<String> words) {
        return LISTS.together().stream()
                .anyMatch(rule -> IntStream.range(0, words.size())
                        .filter(start -> startsWithAny(words.get(start), rule.groups()))
                        .anyMatch(start ->
                                allIn(words.subList(start, Math.min(words.size(), start + rule.within())), rule)));
    }

    private static boolean startsWithAny(String word, List<List<String>> groups) {
        return groups.stream().anyMatch(group -> startsWith(word, group));
    }

    private static boolean allIn(List<String> window, Together rule) {
        return rule.groups().stream().allMatch(group -> window.stream().anyMatch(word -> startsWith(word, group)));
    }

    /** A number counts only as a whole. */
    private static boolean startsWith(String word, List<String> group) {
        return group.stream().anyMatch(it -> Character.isDigit(it.charAt(0)) ? word.equals(it) : word.startsWith(it));
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
