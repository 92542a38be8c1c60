package io.colloquy.evaluator.labelled;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Rubric;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Questions with answers that people labelled.
 *
 * @param questions what was asked
 * @param answers what was answered, each to one of the questions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledSet(List<AskedQuestion> questions, List<LabelledAnswer> answers) {
    public LabelledSet {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /**
     * A question of the set.
     *
     * @param language BCP 47
     * @param jobDescription what the interview is for
     * @param kind technical, behavioural, situational or motivation
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AskedQuestion(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String language,
            @JsonProperty("job_description") String jobDescription,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) String text,

            @JsonProperty(value = "expected_points", required = true)
            List<Point> expectedPoints) {}

    /** An expected point; its weight is not used. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Point(@JsonProperty(required = true) String text) {}

    /** An answer of the set. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LabelledAnswer(
            @JsonProperty(required = true) String id,

            @JsonProperty(value = "question_id", required = true)
            String questionId,

            @JsonProperty(required = true) Label label,
            @JsonProperty(required = true) String text) {}

    /**
     * Reads a file of this shape.
     *
     * @throws InvalidContentException when it has another one
     */
    public static LabelledSet read(InputStream content) throws IOException {
        try {
            LabelledSet set = JsonMapper.builder().build().readValue(content, LabelledSet.class);
            Map<String, AskedQuestion> questions = set.byId();
            List<String> offences = set.answers().stream()
                    .filter(answer -> !questions.containsKey(answer.questionId()))
                    .map(answer -> "Expected answer '%s' to name a question of the file, but it names '%s'"
                            .formatted(answer.id(), answer.questionId()))
                    .toList();
            if (!offences.isEmpty()) {
                throw new InvalidContentException(offences);
            }
            return set;
        } catch (JacksonException e) {
            throw new InvalidContentException(
                    List.of("Expected labelled answers in JSON, but " + e.getOriginalMessage()));
        }
    }

    /** The questions by their ids. */
    public Map<String, AskedQuestion> byId() {
        return questions.stream().collect(Collectors.toUnmodifiableMap(AskedQuestion::id, Function.identity()));
    }

    EvaluationRequest request(LabelledAnswer answer, Rubric rubric) {
        AskedQuestion asked = byId().get(answer.questionId());
        Question question = new Question(
                asked.id(),
                asked.text(),
                kind(asked.kind()),
                "labelled",
                3,
                asked.expectedPoints().stream()
                        .map(point -> new ExpectedPoint(point.text(), List.of()))
                        .toList(),
                1,
                120);
        String job = asked.jobDescription() == null ? "" : asked.jobDescription();
        return new EvaluationRequest(question, answer.text(), job, asked.language(), rubric);
    }

    private static QuestionKind kind(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "behavioural", "behavioral" -> QuestionKind.BEHAVIOURAL;
            case "situational" -> QuestionKind.SITUATIONAL;
            case "motivation", "introduction" -> QuestionKind.INTRODUCTION;
            default -> QuestionKind.TECHNICAL;
        };
    }
}
