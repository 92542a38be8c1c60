package io.colloquy.evaluator.http;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Rubric;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.platform.http.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Body of {@code POST /api/v1/scores/calculate}; what is absent takes its default.
 *
 * @param question with the points that a good answer covers
 * @param answer up to 20,000 characters
 * @param jobTitle what the interview would be for
 * @param language BCP 47, en by default
 * @param rubric the built-in one by default
 * @param chain names of evaluators, asked in order; the built-in one by default
 * @param useOrganisationChain instead of a chain: whom a session of the organisation that started now would be scored by
 */
record ScoreRequest(
        QuestionBody question,
        String answer,
        String jobTitle,
        String language,
        RubricBody rubric,
        List<String> chain,
        Boolean useOrganisationChain) {
    private static final int LONGEST_ANSWER = 20_000;
    private static final int LONGEST_QUESTION = 2_000;
    private static final int MOST_POINTS = 40;
    private static final int LONGEST_CHAIN = 5;

    record QuestionBody(String text, QuestionKind kind, List<PointBody> expectedPoints) {}

    record PointBody(String text, List<String> synonyms) {}

    record RubricBody(String id, String version, List<DimensionBody> dimensions) {}

    record DimensionBody(String name, double weight) {}

    /**
     * As the evaluator takes it.
     *
     * @throws Problem 400 when something is missing or out of range
     */
    EvaluationRequest toEvaluationRequest() {
        require(question != null && question.text() != null && !question.text().isBlank(), "a question with a text");
        require(question.text().length() <= LONGEST_QUESTION, "a question of at most 2000 characters");
        require(answer != null && answer.length() <= LONGEST_ANSWER, "an answer of at most 20000 characters");
        return new EvaluationRequest(
                toQuestion(),
                answer,
                Optional.ofNullable(jobTitle).orElse(""),
                Optional.ofNullable(language).orElse("en"),
                Optional.ofNullable(rubric).map(ScoreRequest::toRubric).orElseGet(Rubrics::builtIn));
    }

    /**
     * Who is asked.
     *
     * @param organisations asked only when theirs is wanted
     * @throws Problem 400 when it cannot be a chain
     */
    List<String> toChain(Supplier<List<String>> organisations) {
        boolean organisation = Boolean.TRUE.equals(useOrganisationChain);
        require(chain == null || !organisation, "a chain or the organisation's, not both");
        if (organisation) {
            return organisations.get();
        }
        List<String> names = chain == null ? List.of(RubricEvaluator.NAME) : chain;
        require(
                !names.isEmpty()
                        && names.size() <= LONGEST_CHAIN
                        && names.stream().allMatch(name -> name != null && !name.isBlank()),
                "a chain of 1 to 5 names");
        return names;
    }

    private Question toQuestion() {
        List<PointBody> points = Optional.ofNullable(question.expectedPoints()).orElse(List.of());
        require(!points.isEmpty() && points.size() <= MOST_POINTS, "1 to 40 expected points");
        return new Question(
                "asked",
                question.text(),
                Optional.ofNullable(question.kind()).orElse(QuestionKind.TECHNICAL),
                "",
                1,
                points.stream().map(ScoreRequest::toPoint).toList(),
                1,
                0);
    }

    private static ExpectedPoint toPoint(PointBody point) {
        require(
                point != null && point.text() != null && !point.text().isBlank(),
                "every expected point to have a text");
        return new ExpectedPoint(
                point.text(), Optional.ofNullable(point.synonyms()).orElse(List.of()));
    }

    private static Rubric toRubric(RubricBody rubric) {
        List<DimensionBody> dimensions =
                Optional.ofNullable(rubric.dimensions()).orElse(List.of());
        require(
                !dimensions.isEmpty()
                        && dimensions.stream()
                                .allMatch(dimension -> dimension != null
                                        && dimension.name() != null
                                        && dimension.weight() > 0
                                        && Double.isFinite(dimension.weight())),
                "a rubric of dimensions with a name and a weight above 0");
        return Rubric.of(
                Optional.ofNullable(rubric.id()).orElse("custom"),
                Optional.ofNullable(rubric.version()).orElse("1"),
                dimensions.stream()
                        .map(dimension -> new Rubric.Dimension(dimension.name(), dimension.weight()))
                        .toList());
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw Problem.invalidRequest("Expected %s, but got something else".formatted(expected));
        }
    }
}
