package io.colloquy.schemas.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;

/**
 * A session as of its last event; holds no personal content. Fields of a later version are passed over, so that readers may be older
 * than the projector.
 *
 * @param version seq of the last event folded in
 * @param candidateId null when nobody in particular
 * @param currentQuestion null while planning and after the last question
 * @param evaluated whether all answers are settled
 * @param overall null until evaluated, or when nothing was scored
 * @param plannedBy null until planned
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionSnapshot(
        long version,
        String sessionId,
        String organisationId,
        String candidateId,
        SessionState state,
        Instant startedAt,
        Instant updatedAt,
        String jobTitle,
        String language,
        PolicyView policy,
        ConsentView consent,
        int totalQuestions,
        CurrentQuestion currentQuestion,
        List<QuestionView> questions,
        boolean evaluated,
        Double overall,
        PlannedByView plannedBy) {

    /**
     * What the effective policy allows.
     *
     * @param emotion OFF, PRACTICE or REVIEWER
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PolicyView(String emotion, boolean faceSignals, boolean recruitment) {}

    /**
     * The candidate's choice.
     *
     * @param given whether a choice was made and not withdrawn
     * @param video whether frames may be processed
     * @param seq of the event that says so; 0 when none does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ConsentView(boolean given, boolean video, long seq) {}

    /**
     * What planned the questions.
     *
     * @param planner for example openai, or the name of a bank
     * @param model null without one
     * @param version of the prompt or of the bank
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PlannedByView(String planner, String model, String version) {}

    /** The question to answer now; {@code position} counts from 1. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CurrentQuestion(String id, String text, String category, String kind, int position, int seconds) {}

    /**
     * How far a question is.
     *
     * @param state PLANNED, ASKED, ANSWERED or SKIPPED
     * @param outcome null until settled; SCORED, NOT_GRADABLE or NEEDS_HUMAN
     * @param overall null unless scored; 0 to 10
     * @param provider null until settled; what produced the outcome
     * @param model null until settled, and in snapshots from before it was there; the provider's name without a model
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record QuestionView(
            String id, int position, String state, String outcome, Double overall, String provider, String model) {}
}
