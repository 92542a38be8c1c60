package io.colloquy.evaluator.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateAnswersTest {
    private static final String FILE = """
            {"questions": [{"id": "q", "language": "en", "job_description": "Nurse", "kind": "technical",
              "text": "How do you prevent a fall on the ward?", "expected_points": [{"text": "Checks shoes and light", "weight": 1}]}],
             "answers": [{"id": "a", "question_id": "%s", "label": "copied_question", "text": "How do you prevent a fall on the ward? How do you prevent a fall on the ward?"}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldPrintFiguresAndOutcomesAsJson() throws Exception {
        // when
        int code = run(file(FILE.formatted("q")), "--json");

        // then
        JsonNode json = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(code).isZero();
        assertThat(json.at("/agreement/flagged/copied_question/all/count").asInt())
                .isEqualTo(1);
        assertThat(json.at("/answers/0/outcome").asText()).isEqualTo("REPETITIVE");
    }

    @Test
    void shouldNameAnAnswerToNoQuestion() throws Exception {
        // when
        int code = run(file(FILE.formatted("other")));

        // then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'a'").contains("'other'");
    }

    @Test
    void shouldSayWhatItExpects() throws Exception {
        // when
        int code = run();

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("evaluate-answers FILE");
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("answers.json"), content).toString();
    }

    private int run(String... arguments) throws Exception {
        return EvaluateAnswers.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
