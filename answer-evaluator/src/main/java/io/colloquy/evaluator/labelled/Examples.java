package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.rubric.TraitsReader;
import io.colloquy.evaluator.text.Languages;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.WordPairs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labelled answers to learn from.
 *
 * @param sets by file name, in the order of the files
 */
record Examples(Map<String, LabelledSet> sets) {
    /** Reads files; two halves of an author's set are told by their names, which end in -open and -frozen. */
    static Examples of(List<Path> files) throws IOException {
        Map<String, LabelledSet> sets = new TreeMap<>();
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                String name = file.getFileName().toString();
                if (sets.put(name, LabelledSet.read(content)) != null) {
                    throw new InvalidContentException(List.of("two files are called '%s'".formatted(name)));
                }
            }
        }
        return new Examples(sets);
    }

    /**
     * All of them; which word follows which is known from the other authors only, as it will be of new ones. With one author
     * only, each question stands for one, and which word follows which is known from its answers, too.
     */
    List<Example> all() {
        boolean alone = sets.keySet().stream().map(Examples::author).distinct().count() == 1;
        List<Example> examples = new ArrayList<>();
        Map<String, TraitsReader> readers = new HashMap<>();
        sets.forEach((set, answers) -> {
            TraitsReader reader = readers.computeIfAbsent(author(set), it -> new TraitsReader(heardFromOthers(it)));
            answers.answers().stream()
                    .flatMap(answer ->
                            Example.of(set, alone ? answer.questionId() : author(set), answers, answer, reader)
                                    .stream())
                    .forEach(examples::add);
        });
        return List.copyOf(examples);
    }

    /** Which word follows which in all answers that make sense, by language. */
    Map<String, WordPairs> heard() {
        return heard(sets.values().stream());
    }

    private Map<String, WordPairs> heardFromOthers(String author) {
        Map<String, WordPairs> heard = heard(sets.entrySet().stream()
                .filter(set -> !author(set.getKey()).equals(author))
                .map(Map.Entry::getValue));
        return heard.isEmpty() ? heard() : heard;
    }

    private static Map<String, WordPairs> heard(Stream<LabelledSet> sets) {
        Map<String, List<Passage>> texts = new TreeMap<>();
        sets.forEach(set -> set.answers().stream()
                .filter(answer -> Example.makesSense(answer.label()))
                .forEach(answer -> Languages.of(
                                set.byId().get(answer.questionId()).language())
                        .ifPresent(language -> texts.computeIfAbsent(language.code(), it -> new ArrayList<>())
                                .add(Passage.of(answer.text(), language)))));
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> WordPairs.in(entry.getValue())));
    }

    private static String author(String set) {
        return set.replaceFirst("(-open|-frozen)?\\.json$", "");
    }
}
