package io.colloquy.evaluator.bank;

import java.util.List;

/**
 * Questions by job family, checked as a whole by {@link BankReader}.
 *
 * @param name what a plan calls its planner by
 * @param version SHA-256 of the content, hex
 * @param language BCP 47
 * @param families in order of precedence
 * @param questions in the order of the file
 */
public record QuestionBank(
        String name, String version, String language, List<JobFamily> families, List<Question> questions) {
    public QuestionBank {
        families = List.copyOf(families);
        questions = List.copyOf(questions);
    }

    /** The questions of one family and kind, in the order of the file. */
    public List<Question> questions(String family, QuestionKind kind) {
        return questions.stream()
                .filter(question -> question.category().equals(family) && question.kind() == kind)
                .toList();
    }
}
