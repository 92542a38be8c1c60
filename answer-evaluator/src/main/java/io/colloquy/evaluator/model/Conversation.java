package io.colloquy.evaluator.model;

import io.colloquy.evaluator.providers.Generation;
import io.colloquy.evaluator.providers.GenerationRequest;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.providers.StructuredGeneration;
import io.colloquy.evaluator.rubric.ModelCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of one exchange: the first, and one more when its reply cannot be used. Not thread-safe. */
final class Conversation<R> {
    private final StructuredGeneration provider;
    private final Exchange<R> exchange;
    private final List<Generation> generations = new ArrayList<>();

    Conversation(StructuredGeneration provider, Exchange<R> exchange) {
        this.provider = provider;
        this.exchange = exchange;
    }

    /** The first usable reply, or what was wrong with the second. */
    R reply() throws ProviderException {
        R first = ask(exchange.input());
        List<String> objections = exchange.objections().apply(first);
        return objections.isEmpty() ? first : ask(PromptFile.repairing(exchange.input(), objections));
    }

    private R ask(String input) throws ProviderException {
        Generation generation = provider.generate(
                new GenerationRequest(exchange.instructions(), input, exchange.schema(), exchange.mostTokens()));
        generations.add(generation);
        return exchange.reader().apply(generation.text());
    }

    /** What it took. */
    ModelCall call(String promptHash, String nonce) {
        Map<String, String> parameters = new HashMap<>(generations.getLast().parameters());
        parameters.put("nonce", nonce);
        return new ModelCall(
                Optional.of(generations.getLast().model()),
                Optional.of(promptHash),
                parameters,
                generations.stream().mapToLong(Generation::inputTokens).sum(),
                generations.stream().mapToLong(Generation::outputTokens).sum(),
                generations.stream().mapToLong(Generation::costMicros).sum(),
                generations.size() > 1,
                List.of());
    }
}
