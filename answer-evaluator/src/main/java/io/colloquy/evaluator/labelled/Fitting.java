package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Judgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a judgement from labelled answers, and says how it would do on questions that it has not seen. Deterministic. */
final class Fitting {
    private static final int VERSION = 1;

    private final Set<String> wordsOnly;
    private final String command;

    /**
     * A way of fitting.
     *
     * @param wordsOnly sets that the lists behind the signs were made on: they flatter the signs, so only their words count
     */
    Fitting(Set<String> wordsOnly, String command) {
        this.wordsOnly = wordsOnly;
        this.command = command;
    }

    Judgement judgement(List<Example> examples) {
        List<SignWeights.Measured> measured = examples.stream()
                .map(Example::question)
                .distinct()
                .flatMap(question -> unseen(examples, question).stream())
                .filter(it -> !wordsOnly.contains(it.example().set()))
                .toList();
        return new Judgement(VERSION, command, SignWeights.fit(measured), WordWeights.byLanguage(examples));
    }

    /** The answers to a question, their words weighed by the other questions. */
    private static List<SignWeights.Measured> unseen(List<Example> examples, String question) {
        List<Example> asked = examples.stream()
                .filter(example -> example.question().equals(question))
                .toList();
        String language = asked.getFirst().traits().language();
        Map<String, Double> weights = WordWeights.fit(
                WordWeights.of(Example.without(examples, question).toList(), language));
        return asked.stream()
                .map(example -> new SignWeights.Measured(example, signs(example, weights)))
                .toList();
    }

    private static Map<String, Double> signs(Example example, Map<String, Double> weights) {
        Map<String, Double> signs = new HashMap<>(example.traits().signs());
        signs.put(Judgement.WORDS, Judgement.said(example.traits().words(), weights));
        return signs;
    }

    /** Each question judged by what the others teach: labels with the evidence, in the shape that figures are made from. */
    List<Judged> crossValidated(List<Example> examples) {
        List<Judged> judged = new ArrayList<>();
        for (String question :
                examples.stream().map(Example::question).distinct().collect(Collectors.toList())) {
            Judgement others = judgement(Example.without(examples, question).toList());
            examples.stream()
                    .filter(example -> example.question().equals(question))
                    .forEach(example -> judged.add(new Judged(
                            example.set(),
                            question,
                            example.traits().language(),
                            example.label(),
                            Judged.SCORED,
                            others.evidence(example.traits()),
                            0)));
        }
        return judged;
    }
}
