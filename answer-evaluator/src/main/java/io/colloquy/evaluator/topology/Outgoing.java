package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Outcome;
import io.colloquy.events.Evaluation;
import io.colloquy.events.QuestionPlan;
import io.colloquy.schemas.wire.EventHeaders;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/**
 * An outcome with where it goes and its headers.
 *
 * @param sink name of the sink
 * @param type name of the payload
 */
record Outgoing(String sink, String type, SpecificRecord value, Headers headers) {
    static Outgoing of(Outcome outcome, String traceparent) {
        return switch (outcome) {
            case Outcome.Planned planned -> of(planned.plan(), traceparent);
            case Outcome.Evaluated evaluated -> of(evaluated.evaluation(), traceparent);
        };
    }

    private static Outgoing of(QuestionPlan plan, String traceparent) {
        String type = type(plan.getPayload());
        return new Outgoing(
                EvaluatorTopology.QUESTION_PLANS,
                type,
                plan,
                headers(plan.getEventId(), type, plan.getOccurredAt(), traceparent));
    }

    private static Outgoing of(Evaluation evaluation, String traceparent) {
        String type = type(evaluation.getPayload());
        return new Outgoing(
                EvaluatorTopology.EVALUATIONS,
                type,
                evaluation,
                headers(evaluation.getEventId(), type, evaluation.getOccurredAt(), traceparent));
    }

    private static String type(Object payload) {
        return ((SpecificRecord) payload).getSchema().getName();
    }

    private static Headers headers(String eventId, String type, Instant time, String traceparent) {
        return new EventHeaders(eventId, type, EvaluatorTopology.SERVICE, time, traceparent).toHeaders();
    }
}
