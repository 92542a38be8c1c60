package io.colloquy.evaluator.rubric;

import java.util.List;

/** How the evaluation of an answer ended. */
public sealed interface Evaluation {
    /** What produced it. */
    Provenance provenance();

    /** The same outcome with another origin. */
    default Evaluation with(Provenance provenance) {
        return switch (this) {
            case Scored it -> new Scored(it.dimensions(), it.overall(), it.confidence(), it.feedback(), provenance);
            case NotGradable it -> new NotGradable(it.reason(), it.message(), provenance);
            case NeedsHuman it -> new NeedsHuman(it.reason(), it.message(), provenance);
        };
    }

    /**
     * A score.
     *
     * @param dimensions one per rubric dimension that the evaluator can measure
     * @param overall weighted over the dimensions, 0 to 10
     * @param confidence 0 to 1
     * @param feedback for the candidate
     */
    record Scored(
            List<DimensionScore> dimensions, double overall, double confidence, String feedback, Provenance provenance)
            implements Evaluation {
        public Scored {
            dimensions = List.copyOf(dimensions);
        }
    }

    /**
     * A flag instead of a score.
     *
     * @param message for the reader; no personal content
     */
    record NotGradable(Reason reason, String message, Provenance provenance) implements Evaluation {}

    /**
     * The evaluator cannot settle it.
     *
     * @param reason stable code
     * @param message for the reader; no personal content
     */
    record NeedsHuman(String reason, String message, Provenance provenance) implements Evaluation {}

    /**
     * The score of one dimension.
     *
     * @param name as in the rubric
     * @param score 0 to 10
     * @param evidence verbatim quotes from the answer, at least one
     * @param rationale why
     */
    record DimensionScore(String name, double score, List<String> evidence, String rationale) {
        public DimensionScore {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What produced a result: there is no anonymous score.
     *
     * @param provider name of the evaluator
     * @param version of its rules or prompt
     * @param rubricId rubric applied
     * @param rubricHash its hash
     * @param call what it owes to a model
     */
    record Provenance(String provider, String version, String rubricId, String rubricHash, ModelCall call) {
        /** Without a model. */
        public Provenance(String provider, String version, String rubricId, String rubricHash) {
            this(provider, version, rubricId, rubricHash, ModelCall.NONE);
        }
    }

    /** Why an answer is not graded. */
    enum Reason {
        /** No word at all. */
        EMPTY,
        /** Too few words to judge. */
        TOO_SHORT,
        /** No words of any language that could be recognised. */
        GIBBERISH,
        /** In another language than the interview. */
        OTHER_LANGUAGE,
        /** Hardly more than the question's own words. */
        COPIED_QUESTION,
        /** The same words again and again. */
        REPETITIVE,
        /** Terms in a row without a statement. */
        KEYWORD_LIST,
        /** About something else. */
        OFF_TOPIC,
        /** Spoken, hardly understood by the provider, and left as it was understood. */
        POOR_TRANSCRIPT,
        /** The content was erased before it could be evaluated. */
        ERASED
    }
}
