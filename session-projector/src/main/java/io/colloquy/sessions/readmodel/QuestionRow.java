package io.colloquy.sessions.readmodel;

import io.colloquy.sessions.model.Opening;
import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.QuestionModel.Answer;
import io.colloquy.sessions.model.QuestionModel.Evaluation;
import io.colloquy.sessions.model.QuestionModel.HumanScore;
import io.colloquy.sessions.model.QuestionModel.Outcome;
import io.colloquy.sessions.model.QuestionModel.Plan;
import io.colloquy.sessions.model.QuestionModel.Scorer;
import io.colloquy.sessions.model.QuestionModel.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A row of the table of questions, column by column. */
public record QuestionRow(
        UUID sessionId,
        String questionId,
        UUID organisationId,
        int position,
        String text,
        String kind,
        String category,
        int difficulty,
        double weight,
        int seconds,
        String state,
        Instant askedAt,
        Instant answeredAt,
        String answerId,
        String answer,
        Long durationMs,
        String transcript,
        String outcome,
        Double overall,
        Double confidence,
        String dimensions,
        String feedback,
        String reason,
        String message,
        Instant evaluatedAt,
        String provider,
        String model,
        String evaluatorVersion,
        String promptHash,
        String rubricId,
        String rubricHash,
        Long latencyMs,
        Integer attempt,
        Long costMicros,
        String scoringDetails,
        Double overrideOverall,
        String overrideReason,
        String overrideBy,
        Instant overrideAt) {

    static QuestionRow of(Opening session, QuestionModel question) {
        Plan plan = question.plan();
        Maybe<Answer> answer = new Maybe<>(question.answer());
        Maybe<Evaluation> evaluation = new Maybe<>(question.evaluation());
        Maybe<Scorer> scorer = new Maybe<>(evaluation.get(Evaluation::scoredBy));
        Maybe<HumanScore> human = new Maybe<>(question.humanScore());
        return new QuestionRow(
                UUID.fromString(session.sessionId()),
                question.questionId(),
                UUID.fromString(session.organisationId()),
                question.position(),
                plan.text(),
                plan.kind(),
                plan.category(),
                plan.difficulty(),
                plan.weight(),
                plan.seconds(),
                question.state().name(),
                question.askedAt(),
                answer.get(Answer::at),
                answer.get(Answer::answerId),
                answer.get(it -> Sealed.write(it.content())),
                answer.get(Answer::durationMs),
                answer.get(it -> Sealed.writeHeard(it.heard())),
                evaluation.get(it -> it.outcome().name()),
                evaluation.get(Evaluation::overall),
                evaluation.get(Evaluation::confidence),
                evaluation.get(QuestionRow::dimensions),
                evaluation.get(it -> Sealed.write(it.feedback())),
                evaluation.get(Evaluation::reason),
                evaluation.get(Evaluation::message),
                evaluation.get(Evaluation::at),
                scorer.get(Scorer::provider),
                scorer.get(Scorer::model),
                scorer.get(Scorer::version),
                scorer.get(Scorer::promptHash),
                scorer.get(Scorer::rubricId),
                scorer.get(Scorer::rubricHash),
                scorer.get(Scorer::latencyMs),
                scorer.get(Scorer::attempt),
                scorer.get(Scorer::costMicros),
                scorer.get(it -> ScoringDetails.write(it.details())),
                human.get(HumanScore::overall),
                human.get(it -> Sealed.write(it.reason())),
                human.get(HumanScore::by),
                human.get(HumanScore::at));
    }

    QuestionModel question() {
        return new QuestionModel(
                questionId,
                position,
                new Plan(text, kind, category, difficulty, weight, seconds),
                State.valueOf(state),
                askedAt,
                answerId == null
                        ? null
                        : new Answer(
                                answerId, Sealed.read(answer), answeredAt, durationMs, Sealed.readHeard(transcript)),
                outcome == null ? null : evaluation(),
                overrideOverall == null
                        ? null
                        : new HumanScore(overrideOverall, Sealed.read(overrideReason), overrideBy, overrideAt));
    }

    private Evaluation evaluation() {
        return new Evaluation(
                Outcome.valueOf(outcome),
                overall,
                confidence,
                Sealed.readDimensions(dimensions),
                Sealed.read(feedback),
                reason,
                message,
                evaluatedAt,
                new Scorer(
                        provider,
                        model,
                        evaluatorVersion,
                        promptHash,
                        rubricId,
                        rubricHash,
                        latencyMs,
                        attempt,
                        costMicros,
                        ScoringDetails.read(scoringDetails)));
    }

    private static String dimensions(Evaluation evaluation) {
        return evaluation.outcome() == Outcome.SCORED ? Sealed.writeDimensions(evaluation.dimensions()) : null;
    }

    /** Parts of something that may not be there. */
    private record Maybe<T>(T whole) {
        <P> P get(Function<T, P> part) {
            return Optional.ofNullable(whole).map(part).orElse(null);
        }
    }
}
