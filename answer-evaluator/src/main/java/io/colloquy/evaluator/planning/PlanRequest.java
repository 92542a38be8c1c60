package io.colloquy.evaluator.planning;

import java.util.List;
import java.util.Optional;

/**
 * What a plan depends on, and nothing else.
 *
 * @param sessionId also the seed of a choice from a bank
 * @param jobTitle what the interview is for
 * @param jobDescription helps where the title says nothing
 * @param interviewKind what it is mostly about
 * @param language BCP 47; where a bank lacks it, the questions come in the bank's language
 * @param count questions to be asked, 1 to {@value #MOST}
 * @param person what is known of the candidate; only models are told of the CV, and nobody of the name;
 *     everybody of what was asked before
 * @param adaptive whether reserves are wanted, to choose from by how the interview goes
 */
public record PlanRequest(
        String sessionId,
        String jobTitle,
        Optional<String> jobDescription,
        InterviewKind interviewKind,
        String language,
        int count,
        Person person,
        boolean adaptive) {
    /** Asked when nobody says otherwise. */
    public static final int DEFAULT_COUNT = 5;

    /** More would empty a job family. */
    public static final int MOST = 20;

    private static final int RESERVES_PER_FIVE = 3;

    /**
     * What is known of the candidate.
     *
     * @param name to be kept out of the questions
     * @param askedBefore texts of the questions of earlier interviews, newest first
     */
    public record Person(Optional<String> cv, Optional<String> name, List<String> askedBefore) {
        /** Nothing is known. */
        public static final Person UNKNOWN = new Person(Optional.empty(), Optional.empty());

        public Person {
            askedBefore = List.copyOf(askedBefore);
        }

        /** Of somebody who was not interviewed before. */
        public Person(Optional<String> cv, Optional<String> name) {
            this(cv, name, List.of());
        }
    }

    public PlanRequest {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "Expected 1 to %d questions, but %d were asked for".formatted(MOST, count));
        }
    }

    /** Of a candidate of whom nothing is known, without reserves. */
    public PlanRequest(
            String sessionId,
            String jobTitle,
            Optional<String> jobDescription,
            InterviewKind interviewKind,
            String language,
            int count) {
        this(sessionId, jobTitle, jobDescription, interviewKind, language, count, Person.UNKNOWN, false);
    }

    /** How many questions are wanted beside those to be asked: three for each five. */
    public int reserves() {
        return adaptive && count > 1 ? Math.ceilDiv(count * RESERVES_PER_FIVE, DEFAULT_COUNT) : 0;
    }
}
