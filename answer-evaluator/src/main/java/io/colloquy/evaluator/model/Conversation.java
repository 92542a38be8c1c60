package io.colloquy.evaluator.model;

import io.colloquy.evaluator.providers.Generation;
import io.colloquy.evaluator.providers.GenerationRequest;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.providers.StructuredGeneration;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.ModelCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One evaluation's calls: the first, and one more when its reply cannot be used. Not thread-safe. */
final class Conversation {
    private static final int MOST_TOKENS = 1_500;

    private final StructuredGeneration provider;
    private final Prompt prompt;
    private final EvaluationRequest request;
    private final String nonce;
    private final List<Generation> generations = new ArrayList<>();

    Conversation(StructuredGeneration provider, Prompt prompt, EvaluationRequest request, String nonce) {
        this.provider = provider;
        this.prompt = prompt;
        this.request = request;
        this.nonce = nonce;
    }

    /** The first usable reply, or what was wrong with the second. */
    Reply reply() throws ProviderException {
        String input = prompt.input(request, nonce);
        Reply first = ask(input);
        return first instanceof Reply.Unusable unusable ? ask(prompt.repairing(input, unusable.objections())) : first;
    }

    private Reply ask(String input) throws ProviderException {
        Generation generation = provider.generate(new GenerationRequest(
                prompt.instructions(request, nonce), input, ReplySchema.of(request.rubric()), MOST_TOKENS));
        generations.add(generation);
        return ReplyReader.read(generation.text(), request, nonce);
    }

    /** What it took. */
    ModelCall call() {
        Map<String, String> parameters = new HashMap<>(generations.getLast().parameters());
        parameters.put("nonce", nonce);
        return new ModelCall(
                Optional.of(generations.getLast().model()),
                Optional.of(prompt.hash()),
                parameters,
                generations.stream().mapToLong(Generation::inputTokens).sum(),
                generations.stream().mapToLong(Generation::outputTokens).sum(),
                generations.stream().mapToLong(Generation::costMicros).sum(),
                generations.size() > 1,
                List.of());
    }
}
