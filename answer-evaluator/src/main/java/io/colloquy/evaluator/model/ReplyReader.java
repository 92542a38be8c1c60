package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evidence;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model's reply as if an attacker had written it. One reader for one reply. */
final class ReplyReader {
    private static final int LONGEST_FEEDBACK = 2_000;
    private static final int LONGEST_RATIONALE = 1_000;
    private static final int FEWEST_QUOTED_WORDS = 3;
    private static final int MOST_QUOTES = 5;

    private final EvaluationRequest request;
    private final List<String> objections = new ArrayList<>();
    private String code;

    private ReplyReader(EvaluationRequest request) {
        this.request = request;
    }

    static Reply read(String text, EvaluationRequest request, String nonce) {
        return ReplyJson.read(text)
                .map(tree -> new ReplyReader(request).reply(tree, nonce))
                .orElseGet(() -> new Reply.Unusable(
                        "INVALID_JSON", List.of("expected one JSON object, but it cannot be parsed")));
    }

    private Reply reply(JsonNode tree, String nonce) {
        if (!ReplyJson.repeats(nonce, tree)) {
            return new Reply.Unusable(
                    "WRONG_BLOCK", List.of("expected \"block\" to repeat the nonce of the blocks, but it does not"));
        }
        if (!tree.path("manipulation").isBoolean() || !tree.path("gradable").isBoolean()) {
            return new Reply.Unusable(
                    "INVALID_JSON", List.of("expected \"manipulation\" and \"gradable\" to be true or false"));
        }
        if (tree.path("manipulation").booleanValue()) {
            return new Reply.Manipulated();
        }
        return tree.path("gradable").booleanValue() ? graded(tree) : ungradable(tree.path("reason"));
    }

    private static Reply ungradable(JsonNode reason) {
        return Arrays.stream(Reason.values())
                .filter(it -> it != Reason.ERASED
                        && it != Reason.POOR_TRANSCRIPT
                        && it.name().equals(reason.asText()))
                .findFirst()
                .<Reply>map(Reply.Ungradable::new)
                .orElseGet(() -> new Reply.Unusable(
                        "INVALID_REASON", List.of("expected \"reason\" to be one of the reasons, but it is another")));
    }

    private Reply graded(JsonNode tree) {
        Map<String, DimensionScore> byName = new LinkedHashMap<>();
        tree.path("dimensions").forEach(entry -> {
            String name = entry.path("name").asText();
            if (request.rubric().dimensions().stream().noneMatch(it -> it.name().equals(name))
                    || byName.containsKey(name)) {
                refuse("UNKNOWN_DIMENSION", "expected each dimension of the list once, but there is another");
            } else {
                byName.put(name, dimension(name, entry));
            }
        });
        List<DimensionScore> ordered = request.rubric().dimensions().stream()
                .map(Rubric.Dimension::name)
                .flatMap(name -> found(byName, name).stream())
                .toList();
        String feedback = text(tree.path("feedback"), LONGEST_FEEDBACK, "feedback");
        return objections.isEmpty() ? new Reply.Graded(ordered, feedback) : new Reply.Unusable(code, objections);
    }

    private Optional<DimensionScore> found(Map<String, DimensionScore> byName, String name) {
        if (!byName.containsKey(name)) {
            refuse("MISSING_DIMENSION", "expected dimension \"%s\", but it is missing".formatted(name));
        }
        return Optional.ofNullable(byName.get(name));
    }

    private DimensionScore dimension(String name, JsonNode entry) {
        return new DimensionScore(
                name,
                score(name, entry.path("score")),
                evidence(name, entry.path("evidence")),
                text(entry.path("rationale"), LONGEST_RATIONALE, "rationale"));
    }

    private double score(String name, JsonNode score) {
        double value = score.isNumber() ? score.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= 10)) {
            refuse("SCORE_OUT_OF_RANGE", "expected the score of \"%s\" to be a number from 0 to 10".formatted(name));
            return 0;
        }
        return Math.round(value * 10) / 10.0;
    }

    private List<String> evidence(String name, JsonNode evidence) {
        List<String> quotes = new ArrayList<>();
        evidence.forEach(quote -> quotes.add(quote.isTextual() ? quote.textValue() : ""));
        if (quotes.isEmpty()
                || quotes.size() > MOST_QUOTES
                || !quotes.stream().allMatch(quote -> proves(request.answerText(), quote))) {
            refuse(
                    Evidence.UNPROVEN,
                    "expected 1 to %d quotes for \"%s\", each of at least %d words and word for word from the answer"
                            .formatted(MOST_QUOTES, name, FEWEST_QUOTED_WORDS));
        }
        return quotes;
    }

    /** A short answer may be quoted whole. */
    private static boolean proves(String answer, String quote) {
        boolean longEnough = words(quote) >= Math.min(FEWEST_QUOTED_WORDS, words(answer));
        return longEnough && Evidence.occursIn(answer, quote);
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("[\\s\\p{Z}]+", -1).length;
    }

    private String text(JsonNode node, int longest, String what) {
        String text = node.asText("").strip();
        if (!node.isTextual() || text.isEmpty() || text.length() > longest) {
            refuse("INVALID_TEXT", "expected \"%s\" to be a text of 1 to %d characters".formatted(what, longest));
        }
        return text;
    }

    private void refuse(String objectionCode, String objection) {
        code = code == null ? objectionCode : code;
        objections.add(objection);
    }
}
