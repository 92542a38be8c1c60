package io.colloquy.evaluator.model;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.List;

/** A question, answers and a rubric of five dimensions. */
final class Given {
    static final String NONCE = "0123456789abcdef01234567";
    static final String GOOD =
            "First I read the execution plan and measure the latency of each step. Then I add an index, because a full table scan "
                    + "is the usual cause. If that is not enough, I rewrite the query or cache the result, and I measure again.";
    static final String POOR =
            "I would look at the query for a while and then maybe ask somebody in the team about it.";
    static final Rubric RUBRIC = Rubric.of(
            "interview",
            "1",
            List.of(
                    new Rubric.Dimension("relevance", 0.2),
                    new Rubric.Dimension("depth", 0.25),
                    new Rubric.Dimension("correctness", 0.25),
                    new Rubric.Dimension("structure", 0.15),
                    new Rubric.Dimension("communication", 0.15)));

    private static final Question QUESTION = new Question(
            "q-1",
            "A database query has become slow. How do you find out why, and what can you do about it?",
            QuestionKind.TECHNICAL,
            "software",
            2,
            List.of(
                    new ExpectedPoint("look at the query plan", List.of("execution plan", "explain")),
                    new ExpectedPoint("add an index", List.of("index")),
                    new ExpectedPoint("measure", List.of("benchmark", "latency"))),
            1,
            120);

    private Given() {}

    static EvaluationRequest request(String answer) {
        return request(answer, "Backend developer");
    }

    static EvaluationRequest request(String answer, String jobTitle) {
        return new EvaluationRequest(QUESTION, answer, jobTitle, "en", RUBRIC);
    }
}
