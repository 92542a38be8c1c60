package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * How sure a provider is of what it understood, 0 to 1. Of segments (Whisper): the likelihood of a token, exp(avg_logprob), times
 * the likelihood that somebody spoke at all, 1 − no_speech_prob; the mean over segments, weighted by their length. Of tokens
 * (OpenAI's newer models): exp of the mean logprob. What is out of range says nothing.
 */
final class HeardConfidence {
    private HeardConfidence() {}

    static Optional<Double> of(JsonNode reply) {
        Optional<Double> segments = ofSegments(reply.path("segments"));
        return segments.isPresent() ? segments : ofTokens(reply.path("logprobs"));
    }

    private static Optional<Double> ofSegments(JsonNode segments) {
        double sum = 0;
        double weights = 0;
        for (JsonNode segment : segments) {
            double likelihood = Math.exp(segment.path("avg_logprob").asDouble(Double.NaN));
            double speech = 1 - segment.path("no_speech_prob").asDouble(0);
            if (!within(likelihood) || !within(speech)) {
                return Optional.empty();
            }
            double seconds =
                    segment.path("end").asDouble(0) - segment.path("start").asDouble(0);
            double weight = seconds > 0 && Double.isFinite(seconds) ? seconds : 1;
            sum += weight * likelihood * speech;
            weights += weight;
        }
        return weights > 0 ? Optional.of(sum / weights) : Optional.empty();
    }

    private static Optional<Double> ofTokens(JsonNode tokens) {
        OptionalDouble mean = StreamSupport.stream(tokens.spliterator(), false)
                .mapToDouble(token -> token.path("logprob").asDouble(Double.NaN))
                .average();
        return mean.stream()
                .map(Math::exp)
                .filter(HeardConfidence::within)
                .boxed()
                .findFirst();
    }

    private static boolean within(double share) {
        return share >= 0 && share <= 1;
    }
}
