package io.colloquy.evaluator.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers with the label that a person gave them: GOOD, PARTIAL, WRONG, or the reason why they are not gradable. */
final class LabelledAnswers {
    private static final Map<String, Question> QUESTIONS = BankReader.builtIn().questions().stream()
            .collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));

    private LabelledAnswers() {}

    record LabelledAnswer(
            @JsonProperty("question_id") String questionId,
            @JsonProperty("job_title") String jobTitle,
            String label,
            String text) {
        EvaluationRequest request() {
            return new EvaluationRequest(question(questionId), text, jobTitle, "en", Rubrics.builtIn());
        }

        boolean isGradable() {
            return List.of("GOOD", "PARTIAL", "WRONG").contains(label);
        }
    }

    static Question question(String id) {
        return QUESTIONS.get(id);
    }

    static List<LabelledAnswer> all() {
        try (InputStream content = LabelledAnswers.class.getResourceAsStream("labelled-answers.json")) {
            return JsonMapper.builder().build().readValue(content, new TypeReference<List<LabelledAnswer>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
