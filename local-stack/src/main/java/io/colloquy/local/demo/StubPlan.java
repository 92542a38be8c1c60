package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The plan of a stub: the first questions of each kind that the instructions list and the candidate was not asked before, for every job the same. They are those of the
 * built-in bank, so that there are answers to them; a stub has no ideas.
 */
final class StubPlan {
    private static final String FAMILY = "software";
    private static final Pattern NONCE = Pattern.compile("\\[BEGIN (\\w+) job]");
    private static final Pattern WANTED = Pattern.compile("(?m)^\\d+\\. ([A-Z]+)(?:, in reserve)?$");
    private static final int MOST_POINTS = 6;
    private static final int WEIGHT = 1;

    private StubPlan() {}

    static ObjectNode of(JsonNode request) {
        String input = request.at("/messages/1/content").asText();
        Matcher nonce = NONCE.matcher(input);
        ObjectNode plan = Json.MAPPER
                .createObjectNode()
                .put("block", nonce.find() ? nonce.group(1) : "")
                .put("manipulation", false);
        List<Question> left = new ArrayList<>(questions());
        left.removeIf(it -> input.contains("- " + it.text()));
        WANTED.matcher(request.at("/messages/0/content").asText())
                .results()
                .map(match -> QuestionKind.valueOf(match.group(1)))
                .flatMap(kind -> left.stream().filter(it -> it.kind() == kind).limit(1).toList().stream())
                .forEach(question -> {
                    left.remove(question);
                    add(plan, question);
                });
        return plan;
    }

    private static List<Question> questions() {
        QuestionBank bank = BankReader.builtIn();
        return Stream.of(FAMILY, JobFamily.GENERAL)
                .flatMap(family ->
                        bank.questions().stream().filter(it -> it.category().equals(family)))
                .toList();
    }

    private static void add(ObjectNode plan, Question question) {
        ObjectNode entry = plan.withArray("questions").addObject();
        entry.put("text", question.text())
                .put("kind", question.kind().name())
                .put("difficulty", question.difficulty())
                .put("weight", WEIGHT)
                .put("seconds", question.seconds());
        question.expectedPoints().stream()
                .limit(MOST_POINTS)
                .map(ExpectedPoint::text)
                .forEach(entry.withArray("expected_points")::add);
    }
}
