package io.colloquy.sessions.events;

import java.util.List;
import java.util.Optional;

/**
 * A complete evaluation of an answer.
 *
 * @param overall weighted, 0 to 10
 * @param confidence 0 to 1
 * @param feedback for the candidate, sealed
 */
public record EvaluationResult(
        List<Dimension> dimensions, double overall, double confidence, Personal feedback, ScoredBy scoredBy) {
    public EvaluationResult {
        dimensions = List.copyOf(dimensions);
    }

    /** The score of one rubric dimension, 0 to 10, with the sealed words that it rests on. */
    public record Dimension(String name, double score, List<Personal> evidence, Optional<Personal> rationale) {
        public Dimension {
            evidence = List.copyOf(evidence);
        }
    }
}
