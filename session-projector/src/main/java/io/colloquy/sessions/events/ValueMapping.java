package io.colloquy.sessions.events;

import io.colloquy.events.DimensionScore;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.RubricDimension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values inside payloads, between the generated classes and ours. */
final class ValueMapping {
    private ValueMapping() {}

    static Personal fromAvro(io.colloquy.events.Personal value) {
        return new Personal(value.getScheme(), value.getKeyId(), value.getNonce(), value.getData());
    }

    static Optional<Personal> fromNullable(io.colloquy.events.Personal value) {
        return Optional.ofNullable(value).map(ValueMapping::fromAvro);
    }

    static io.colloquy.events.Personal toAvro(Personal value) {
        return new io.colloquy.events.Personal(value.scheme(), value.keyId(), value.nonce(), value.data());
    }

    static io.colloquy.events.Personal toNullable(Optional<Personal> value) {
        return value.map(ValueMapping::toAvro).orElse(null);
    }

    static Question fromAvro(io.colloquy.events.Question value) {
        return new Question(
                value.getQuestionId(),
                value.getText(),
                value.getKind(),
                value.getCategory(),
                value.getDifficulty(),
                value.getExpectedPoints().stream()
                        .map(point -> new Question.ExpectedPoint(point.getText(), point.getSynonyms()))
                        .toList(),
                value.getWeight(),
                value.getSeconds());
    }

    static io.colloquy.events.Question toAvro(Question value) {
        return new io.colloquy.events.Question(
                value.questionId(),
                value.text(),
                value.kind(),
                value.category(),
                value.difficulty(),
                value.expectedPoints().stream()
                        .map(point -> new io.colloquy.events.ExpectedPoint(point.text(), point.synonyms()))
                        .toList(),
                value.weight(),
                value.seconds());
    }

    static Rubric fromAvro(io.colloquy.events.Rubric value) {
        return new Rubric(
                value.getId(),
                value.getVersion(),
                value.getHash(),
                value.getDimensions().stream()
                        .map(dimension -> new Rubric.Dimension(dimension.getName(), dimension.getWeight()))
                        .toList());
    }

    static io.colloquy.events.Rubric toAvro(Rubric value) {
        return new io.colloquy.events.Rubric(
                value.id(),
                value.version(),
                value.hash(),
                value.dimensions().stream()
                        .map(dimension -> new RubricDimension(dimension.name(), dimension.weight()))
                        .toList());
    }

    static Policy fromAvro(io.colloquy.events.Policy value) {
        return new Policy(
                fromAvro(value.getEmotion()),
                fromAvro(value.getEmotionSetting()),
                value.getFaceSignals(),
                value.getRecruitment(),
                Optional.ofNullable(value.getCandidateRegion()),
                Optional.ofNullable(value.getEmployerRegion()));
    }

    static io.colloquy.events.Policy toAvro(Policy value) {
        return new io.colloquy.events.Policy(
                toAvro(value.emotion()),
                toAvro(value.emotionSetting()),
                value.faceSignals(),
                value.recruitment(),
                value.candidateRegion().orElse(null),
                value.employerRegion().orElse(null));
    }

    static Policy.Emotion fromAvro(EmotionPolicy value) {
        return switch (value) {
            case OFF -> Policy.Emotion.OFF;
            case PRACTICE -> Policy.Emotion.PRACTICE;
            case REVIEWER -> Policy.Emotion.REVIEWER;
        };
    }

    static EmotionPolicy toAvro(Policy.Emotion value) {
        return switch (value) {
            case OFF -> EmotionPolicy.OFF;
            case PRACTICE -> EmotionPolicy.PRACTICE;
            case REVIEWER -> EmotionPolicy.REVIEWER;
        };
    }

    static Optional<Transcript> fromNullable(io.colloquy.events.Transcript value) {
        return Optional.ofNullable(value)
                .map(it -> new Transcript(
                        fromAvro(it.getText()),
                        it.getConfidence() == null ? OptionalDouble.empty() : OptionalDouble.of(it.getConfidence()),
                        it.getProvider(),
                        it.getModel(),
                        Optional.ofNullable(it.getLanguage()),
                        Duration.ofMillis(it.getAudioMs())));
    }

    static io.colloquy.events.Transcript toNullableTranscript(Optional<Transcript> value) {
        return value.map(it -> new io.colloquy.events.Transcript(
                        toAvro(it.text()),
                        it.confidence().isPresent()
                                ? Double.valueOf(it.confidence().getAsDouble())
                                : null,
                        it.provider(),
                        it.model(),
                        it.language().orElse(null),
                        it.audio().toMillis()))
                .orElse(null);
    }

    static Optional<PlannedBy> fromNullable(io.colloquy.events.PlannedBy value) {
        return Optional.ofNullable(value)
                .map(it -> new PlannedBy(
                        it.getPlanner(),
                        Optional.ofNullable(it.getModel()),
                        it.getVersion(),
                        Optional.ofNullable(it.getPromptHash()),
                        Duration.ofMillis(it.getLatencyMs()),
                        it.getAttempt(),
                        it.getCostMicros(),
                        new ScoredBy.Details(
                                it.getParameters(),
                                it.getInputTokens(),
                                it.getOutputTokens(),
                                it.getRepaired(),
                                fallbacksFromAvro(it.getFallbacks()),
                                it.getFindings())));
    }

    static io.colloquy.events.PlannedBy toNullablePlannedBy(Optional<PlannedBy> value) {
        return value.map(it -> new io.colloquy.events.PlannedBy(
                        it.planner(),
                        it.model().orElse(null),
                        it.version(),
                        it.promptHash().orElse(null),
                        it.details().parameters(),
                        it.details().inputTokens(),
                        it.details().outputTokens(),
                        it.costMicros(),
                        it.latency().toMillis(),
                        it.attempt(),
                        it.details().repaired(),
                        fallbacksToAvro(it.details().fallbacks()),
                        it.details().findings()))
                .orElse(null);
    }

    private static List<ScoredBy.Fallback> fallbacksFromAvro(List<io.colloquy.events.Fallback> values) {
        return values.stream()
                .map(it -> new ScoredBy.Fallback(it.getProvider(), it.getReason()))
                .toList();
    }

    private static List<io.colloquy.events.Fallback> fallbacksToAvro(List<ScoredBy.Fallback> values) {
        return values.stream()
                .map(it -> new io.colloquy.events.Fallback(it.provider(), it.reason()))
                .toList();
    }

    static ScoredBy fromAvro(io.colloquy.events.ScoredBy value) {
        return new ScoredBy(
                value.getProvider(),
                value.getModel(),
                value.getVersion(),
                Optional.ofNullable(value.getPromptHash()),
                value.getRubricId(),
                value.getRubricHash(),
                Duration.ofMillis(value.getLatencyMs()),
                value.getAttempt(),
                value.getCostMicros(),
                new ScoredBy.Details(
                        value.getParameters(),
                        value.getInputTokens(),
                        value.getOutputTokens(),
                        value.getRepaired(),
                        fallbacksFromAvro(value.getFallbacks()),
                        value.getFindings()));
    }

    static io.colloquy.events.ScoredBy toAvro(ScoredBy value) {
        return new io.colloquy.events.ScoredBy(
                value.provider(),
                value.model(),
                value.version(),
                value.promptHash().orElse(null),
                value.rubricId(),
                value.rubricHash(),
                value.latency().toMillis(),
                value.attempt(),
                value.costMicros(),
                value.details().parameters(),
                value.details().inputTokens(),
                value.details().outputTokens(),
                value.details().repaired(),
                fallbacksToAvro(value.details().fallbacks()),
                value.details().findings());
    }

    static EvaluationResult fromAvro(io.colloquy.events.EvaluationResult value) {
        return new EvaluationResult(
                value.getDimensions().stream().map(ValueMapping::fromAvro).toList(),
                value.getOverall(),
                value.getConfidence(),
                fromAvro(value.getFeedback()),
                fromAvro(value.getScoredBy()));
    }

    static io.colloquy.events.EvaluationResult toAvro(EvaluationResult value) {
        return new io.colloquy.events.EvaluationResult(
                value.dimensions().stream().map(ValueMapping::toAvro).toList(),
                value.overall(),
                value.confidence(),
                toAvro(value.feedback()),
                toAvro(value.scoredBy()));
    }

    private static EvaluationResult.Dimension fromAvro(DimensionScore value) {
        return new EvaluationResult.Dimension(
                value.getName(),
                value.getScore(),
                value.getEvidence().stream().map(ValueMapping::fromAvro).toList(),
                fromNullable(value.getRationale()));
    }

    private static DimensionScore toAvro(EvaluationResult.Dimension value) {
        return new DimensionScore(
                value.name(),
                value.score(),
                value.evidence().stream().map(ValueMapping::toAvro).toList(),
                toNullable(value.rationale()));
    }
}
