package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a judgement from labelled answers, and says how it would do on answers by authors that it has not read. Deterministic. */
final class Fitting {
    private static final int VERSION = 2;

    private final Set<String> wordsOnly;
    private final String command;

    /**
     * A way of fitting.
     *
     * @param wordsOnly sets that the lists behind the signs were made on: they flatter the signs, so only their words count for worth
     */
    Fitting(Set<String> wordsOnly, String command) {
        this.wordsOnly = wordsOnly;
        this.command = command;
    }

    Judgement judgement(List<Example> examples) {
        return new Judgement(
                VERSION,
                command,
                WorthFit.fit(examples, wordsOnly),
                FlagFit.ALL.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                flag -> flag.getValue().fit(examples),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    /** Each author judged by what the others teach: labels with the evidence, in the shape that figures are made from. */
    List<Judged> crossValidated(List<Example> examples) {
        return examples.stream().map(Example::author).distinct().toList().parallelStream()
                .flatMap(author -> judged(examples, author))
                .toList();
    }

    private Stream<Judged> judged(List<Example> examples, String author) {
        Map<Boolean, List<Example>> parts = examples.stream()
                .collect(Collectors.partitioningBy(it -> it.author().equals(author)));
        Judgement others = judgement(parts.get(false));
        return parts.get(true).stream()
                .map(example -> new Judged(
                        example.set(),
                        example.question(),
                        example.traits().language(),
                        example.label(),
                        outcome(example, others),
                        others.worth().evidence(example.traits()),
                        0));
    }

    private static String outcome(Example example, Judgement judgement) {
        return judgement.suspicions(example.traits()).entrySet().stream()
                .filter(flag -> flag.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(flag -> flag.getKey().name())
                .orElse(Judged.SCORED);
    }
}
