package io.colloquy.evaluator.model;

import io.colloquy.evaluator.bank.Question;
import java.util.List;

/** What a model planned, as far as it can be used. */
sealed interface PlanReply {
    /** Questions that may be asked. */
    record Planned(List<Question> questions) implements PlanReply {}

    /** The model noticed an attempt to steer it. */
    record Manipulated() implements PlanReply {}

    /**
     * It cannot be used.
     *
     * @param code stable, of the first objection
     * @param objections in our own words, for the model to read
     */
    record Unusable(String code, List<String> objections) implements PlanReply {}
}
