package io.colloquy.evaluator.labelled;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.List;

/**
 * What an evaluator made of a labelled answer.
 *
 * @param id of the answer
 * @param question its id
 * @param language of the question
 * @param label what a person said
 * @param outcome scored, or the reason of a flag or of a call for a human
 * @param score 0 to 10; -1 where there is none, so that a flagged answer comes last
 * @param confidence 0 to 1; 0 where there is no score
 */
public record Judged(
        String id, String question, String language, Label label, String outcome, double score, double confidence) {
    static final String SCORED = "scored";

    /** Every answer of a set, in its order. */
    public static List<Judged> all(LabelledSet set, Evaluator evaluator, Rubric rubric) throws Exception {
        List<Judged> judged = new java.util.ArrayList<>();
        for (LabelledSet.LabelledAnswer answer : set.answers()) {
            EvaluationRequest request = set.request(answer, rubric);
            judged.add(of(answer, request.language(), evaluator.evaluate(request)));
        }
        return List.copyOf(judged);
    }

    private static Judged of(LabelledSet.LabelledAnswer answer, String language, Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored scored -> of(answer, language, SCORED, scored.overall(), scored.confidence());
            case Evaluation.NotGradable flag ->
                of(answer, language, flag.reason().name(), -1, 0);
            case Evaluation.NeedsHuman human -> of(answer, language, human.reason(), -1, 0);
        };
    }

    private static Judged of(
            LabelledSet.LabelledAnswer answer, String language, String outcome, double score, double confidence) {
        return new Judged(answer.id(), answer.questionId(), language, answer.label(), outcome, score, confidence);
    }

    /** Whether it got a score. */
    @JsonProperty("scored")
    public boolean isScored() {
        return outcome.equals(SCORED);
    }
}
