package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Judgement;
import java.util.ArrayList;
import java.util.List;
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
        return new Judgement(VERSION, command, WorthFit.fit(examples, wordsOnly), AsideFit.fit(examples));
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
                            others.aside().evidence(example.traits()) > 0
                                    ? Evaluation.Reason.OFF_TOPIC.name()
                                    : Judged.SCORED,
                            others.worth().evidence(example.traits()),
                            0)));
        }
        return judged;
    }
}
