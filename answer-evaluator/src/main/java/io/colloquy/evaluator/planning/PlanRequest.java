package io.colloquy.evaluator.planning;

import java.util.Optional;

/**
 * What a plan depends on, and nothing else.
 *
 * @param sessionId also the seed of the choice
 * @param jobTitle what the interview is for
 * @param jobDescription helps where the title says nothing
 * @param interviewKind what it is mostly about
 * @param language BCP 47; where the bank lacks it, the questions come in the bank's language
 * @param count questions wanted, 1 to {@value #MOST}
 */
public record PlanRequest(
        String sessionId,
        String jobTitle,
        Optional<String> jobDescription,
        InterviewKind interviewKind,
        String language,
        int count) {
    /** Asked when nobody says otherwise. */
    public static final int DEFAULT_COUNT = 5;

    /** More would empty a job family. */
    public static final int MOST = 20;

    public PlanRequest {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "Expected 1 to %d questions, but %d were asked for".formatted(MOST, count));
        }
    }
}
