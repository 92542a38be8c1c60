package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.rubric.ModelCall;
import java.util.List;

/**
 * Questions in the order in which they are to be asked, the reserves behind them.
 *
 * @param questions without duplicates, the introduction first
 * @param family the job family they were chosen for
 * @param language what they are written in
 * @param version of the bank, or of the prompt
 * @param planner what planned
 * @param call what the model took; nothing without one
 */
public record Plan(
        List<Question> questions, String family, String language, String version, String planner, ModelCall call) {
    public Plan {
        questions = List.copyOf(questions);
    }
}
