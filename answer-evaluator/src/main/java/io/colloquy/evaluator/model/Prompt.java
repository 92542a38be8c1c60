package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.ContentHash;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Rubric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The prompt: files with a version, and a hash over all of them. With the answer's event, which has question and rubric, and the
 * nonce, which is among the parameters of the result, the same input can be made again.
 *
 * @param version named in every result
 * @param hash SHA-256 over instructions, repair text and anchors, hex
 */
record Prompt(String version, String hash, String instructions, JsonNode anchors) {
    private static final String VERSION = "1";

    /** The prompt that comes with the service. */
    static Prompt current() {
        String instructions = PromptFile.read("evaluate-answer.v1.txt");
        String anchors = PromptFile.read("anchors.v1.json");
        try {
            return new Prompt(
                    VERSION,
                    ContentHash.sha256(instructions + PromptFile.repair() + anchors),
                    instructions,
                    JsonMapper.builder().build().readTree(anchors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What instructs the model; nothing that people typed is in it. */
    String instructions(EvaluationRequest request, String nonce) {
        return instructions
                .replace("{nonce}", nonce)
                .replace("{language}", Locale.forLanguageTag(request.language()).toLanguageTag())
                .replace("{names}", names(request.rubric()))
                .replace("{dimensions}", dimensions(request.rubric()));
    }

    private static String names(Rubric rubric) {
        return rubric.dimensions().stream().map(Rubric.Dimension::name).collect(Collectors.joining(", "));
    }

    private String dimensions(Rubric rubric) {
        return rubric.dimensions().stream()
                .map(dimension -> dimension(dimension.name()))
                .collect(Collectors.joining("\n"));
    }

    private String dimension(String name) {
        JsonNode guide = anchors.path(name);
        String at = guide.path("anchors")
                .propertyStream()
                .map(anchor -> anchor.getKey() + " " + anchor.getValue().textValue())
                .collect(Collectors.joining("; "));
        return "- %s: %s. %s"
                .formatted(name, guide.path("measures").asText("as its name says"), at)
                .strip();
    }

    /** What people typed, each in its own block. */
    String input(EvaluationRequest request, String nonce) {
        List<String> points = request.question().expectedPoints().stream()
                .map(ExpectedPoint::text)
                .toList();
        return DataBlock.of(nonce, "job", request.jobTitle())
                + DataBlock.of(nonce, "question", request.question().text())
                + DataBlock.of(nonce, "expected points", String.join("\n", points))
                + DataBlock.of(nonce, "answer", request.answerText());
    }
}
