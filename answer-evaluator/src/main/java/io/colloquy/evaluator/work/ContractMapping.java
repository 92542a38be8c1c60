package io.colloquy.evaluator.work;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.Arrays;

/** The edge: values of the contract and ours. */
public final class ContractMapping {
    private ContractMapping() {}

    /** A question as the contract has it. */
    public static io.colloquy.events.Question toContract(Question question) {
        return new io.colloquy.events.Question(
                question.id(),
                question.text(),
                question.kind().name(),
                question.category(),
                question.difficulty(),
                question.expectedPoints().stream()
                        .map(point -> new io.colloquy.events.ExpectedPoint(point.text(), point.synonyms()))
                        .toList(),
                question.weight(),
                question.seconds());
    }

    /** A question of the contract; a kind that nobody knows yet is read as technical. */
    public static Question fromContract(io.colloquy.events.Question question) {
        return new Question(
                question.getQuestionId(),
                question.getText(),
                kind(question.getKind()),
                question.getCategory(),
                question.getDifficulty(),
                question.getExpectedPoints().stream()
                        .map(point -> new ExpectedPoint(point.getText(), point.getSynonyms()))
                        .toList(),
                question.getWeight(),
                question.getSeconds());
    }

    static Rubric fromContract(io.colloquy.events.Rubric rubric) {
        return new Rubric(
                rubric.getId(),
                rubric.getVersion(),
                rubric.getHash(),
                rubric.getDimensions().stream()
                        .map(dimension -> new Rubric.Dimension(dimension.getName(), dimension.getWeight()))
                        .toList());
    }

    /** A kind that a later planner invented is read like a technical question: as an argument. */
    private static QuestionKind kind(String name) {
        return Arrays.stream(QuestionKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(QuestionKind.TECHNICAL);
    }
}
