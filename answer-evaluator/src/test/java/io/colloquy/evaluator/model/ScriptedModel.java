package io.colloquy.evaluator.model;

import io.colloquy.evaluator.providers.Generation;
import io.colloquy.evaluator.providers.GenerationRequest;
import io.colloquy.evaluator.providers.StructuredGeneration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A model that says what the test gave it, and keeps what it was asked. */
final class ScriptedModel implements StructuredGeneration {
    private final Deque<String> replies;
    private final List<GenerationRequest> requests = new ArrayList<>();

    ScriptedModel(String... replies) {
        this.replies = new ArrayDeque<>(List.of(replies));
    }

    @Override
    public Generation generate(GenerationRequest request) {
        requests.add(request);
        return new Generation(replies.removeFirst(), "test-model-2026", Map.of("temperature", "0"), 100, 50, 700);
    }

    List<GenerationRequest> requests() {
        return requests;
    }
}
