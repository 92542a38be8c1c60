package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.planning.InterviewKind;
import io.colloquy.evaluator.planning.PlanRequest;
import java.util.List;
import java.util.Optional;

/** What models plan, and what they are asked to. */
public final class Plans {
    private Plans() {}

    /** A plan of so many questions that nobody can object to. */
    public static ObjectNode good(String nonce, int count) {
        ObjectNode reply =
                JsonNodeFactory.instance.objectNode().put("block", nonce).put("manipulation", false);
        PlanRequest request =
                new PlanRequest("a-plan", "Backend developer", Optional.empty(), InterviewKind.MIXED, "en", count);
        BankPlanner.builtIn().plan(request).questions().forEach(question -> add(reply, question));
        return reply;
    }

    private static void add(ObjectNode reply, Question question) {
        ObjectNode entry = reply.withArray("questions").addObject();
        entry.put("text", question.text()).put("kind", question.kind().name()).put("difficulty", question.difficulty());
        question.expectedPoints().stream()
                .limit(6)
                .map(ExpectedPoint::text)
                .forEach(entry.withArray("expected_points")::add);
        entry.put("weight", 1).put("seconds", 120);
    }

    static PlanRequest request(String language, Optional<String> cv) {
        return request(language, cv, List.of());
    }

    static PlanRequest request(String language, Optional<String> cv, List<String> askedBefore) {
        return new PlanRequest(
                "session-1",
                "Backend developer",
                Optional.of("You build our billing service in Java."),
                InterviewKind.MIXED,
                language,
                5,
                new PlanRequest.Person(cv, Optional.of("Jane Miller"), askedBefore),
                false);
    }
}
