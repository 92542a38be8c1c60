package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.Question;
import java.util.List;

/**
 * Questions in the order in which they are to be asked.
 *
 * @param questions without duplicates, the introduction first
 * @param family the job family they were chosen for
 * @param language what they are written in
 * @param bankVersion version of the bank
 * @param planner what planned
 */
public record Plan(List<Question> questions, String family, String language, String bankVersion, String planner) {
    public Plan {
        questions = List.copyOf(questions);
    }
}
