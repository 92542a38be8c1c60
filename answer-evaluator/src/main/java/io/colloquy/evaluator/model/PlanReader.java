package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.evaluator.planning.PlanRules;
import io.colloquy.evaluator.planning.PlanRules.Objection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a plan as if an attacker had written it: first its form, then whether its questions may be asked. */
final class PlanReader {
    private static final int SHORTEST_TEXT = 15;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_POINT = 200;
    private static final int FEWEST_POINTS = 3;
    private static final int MOST_POINTS = 8;
    private static final double LEAST_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 2;
    private static final int FEWEST_SECONDS = 30;
    private static final int MOST_SECONDS = 600;

    private final String category;
    private final List<Objection> objections = new ArrayList<>();

    private PlanReader(String category) {
        this.category = category;
    }

    /**
     * Reads it.
     *
     * @param category of its questions
     */
    static PlanReply read(String text, PlanRequest request, String category, String nonce) {
        return ReplyJson.read(text)
                .map(tree -> new PlanReader(category).reply(tree, request, nonce))
                .orElseGet(() -> unusable("INVALID_JSON", "expected one JSON object, but it cannot be parsed"));
    }

    private PlanReply reply(JsonNode tree, PlanRequest request, String nonce) {
        if (!ReplyJson.repeats(nonce, tree)) {
            return unusable("WRONG_BLOCK", "expected \"block\" to repeat the nonce of the blocks, but it does not");
        }
        if (!tree.path("manipulation").isBoolean() || !tree.path("questions").isArray()) {
            return unusable(
                    "INVALID_JSON", "expected \"manipulation\" to be true or false and \"questions\" to be a list");
        }
        if (tree.path("manipulation").booleanValue()) {
            return new PlanReply.Manipulated();
        }
        if (tree.path("questions").size() > 2 * (request.count() + request.reserves())) {
            return unusable("WRONG_COUNT", "expected %d questions".formatted(request.count() + request.reserves()));
        }
        return checked(questions(tree.path("questions"), nonce), request);
    }

    private PlanReply checked(List<Question> questions, PlanRequest request) {
        if (objections.isEmpty()) {
            objections.addAll(PlanRules.objections(questions, request));
        }
        return objections.isEmpty()
                ? new PlanReply.Planned(questions)
                : new PlanReply.Unusable(
                        objections.getFirst().code(),
                        objections.stream().map(Objection::text).distinct().toList());
    }

    private List<Question> questions(JsonNode entries, String nonce) {
        List<Question> questions = new ArrayList<>();
        entries.forEach(entry -> questions.add(question(questions.size() + 1, entry, nonce)));
        return questions;
    }

    private Question question(int number, JsonNode entry, String nonce) {
        List<ExpectedPoint> points = new ArrayList<>();
        entry.path("expected_points")
                .forEach(point ->
                        points.add(new ExpectedPoint(text(number, point, 3, LONGEST_POINT, nonce), List.of())));
        bound(number, points.size() >= FEWEST_POINTS && points.size() <= MOST_POINTS, "3 to 8 expected points");
        return new Question(
                "plan-" + number,
                text(number, entry.path("text"), SHORTEST_TEXT, LONGEST_TEXT, nonce),
                kind(number, entry.path("kind")),
                category,
                whole(number, entry.path("difficulty"), 1, 5, "a difficulty of 1 to 5"),
                points,
                weight(number, entry.path("weight")),
                whole(number, entry.path("seconds"), FEWEST_SECONDS, MOST_SECONDS, "30 to 600 seconds"));
    }

    private String text(int number, JsonNode node, int shortest, int longest, String nonce) {
        String text = node.asText("").strip();
        boolean plain = text.chars().noneMatch(character -> Character.isISOControl(character));
        bound(
                number,
                node.isTextual() && text.length() >= shortest && text.length() <= longest && plain,
                "texts of 15 to 500 and points of 3 to 200 characters, each on one line");
        bound(number, !text.contains(nonce), "texts without the nonce");
        return text;
    }

    private QuestionKind kind(int number, JsonNode node) {
        return Arrays.stream(QuestionKind.values())
                .filter(kind -> kind.name().equals(node.asText()))
                .findFirst()
                .orElseGet(() -> {
                    objections.add(new Objection(
                            "WRONG_KIND", "expected question %d to be of a kind of the list".formatted(number)));
                    return QuestionKind.TECHNICAL;
                });
    }

    private int whole(int number, JsonNode node, int least, int most, String wanted) {
        bound(number, node.isIntegralNumber() && node.canConvertToInt(), wanted);
        bound(number, node.asInt() >= least && node.asInt() <= most, wanted);
        return node.asInt();
    }

    private double weight(int number, JsonNode node) {
        double weight = node.isNumber() ? node.doubleValue() : Double.NaN;
        bound(number, weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT, "a weight of 0.5 to 2");
        return weight;
    }

    private void bound(int number, boolean holds, String wanted) {
        if (!holds) {
            objections.add(new Objection("OUT_OF_BOUNDS", "expected question %d to have %s".formatted(number, wanted)));
        }
    }

    private static PlanReply unusable(String code, String objection) {
        return new PlanReply.Unusable(code, List.of(objection));
    }
}
