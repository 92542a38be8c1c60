package io.colloquy.reports.labels;

import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.Subject;
import java.util.List;

/**
 * An answer with what people say of it and what became of it.
 *
 * @param answer sealed
 * @param said by each person once, the latest first
 */
record LabelledAnswer(Subject subject, Asked asked, Personal answer, Judgement judgement, List<LabelRow> said) {

    /**
     * What was asked; equal questions of several sessions are the same question.
     *
     * @param expectedPoints what a good answer covers
     */
    record Asked(String language, String jobTitle, String kind, String text, List<String> expectedPoints) {
        Asked {
            expectedPoints = List.copyOf(expectedPoints);
        }
    }

    /**
     * The machine's; all null until settled, {@code overall} also when it is flagged.
     *
     * @param outcome SCORED, NOT_GRADABLE or NEEDS_HUMAN
     */
    record Judgement(String outcome, Double overall, String provider, String model) {}

    Label label() {
        return Consensus.of(said);
    }

    String id() {
        return subject.sessionId() + "/" + said.getFirst().questionId();
    }
}
