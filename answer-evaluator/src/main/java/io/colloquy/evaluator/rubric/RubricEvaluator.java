package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.NeedsHuman;
import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The built-in evaluator. It scores those dimensions of a rubric that rules can measure and leaves the others out: it cannot
 * judge whether a statement is true, and it does not pretend to. Thread-safe; a call takes about a millisecond.
 */
public final class RubricEvaluator implements Evaluator {
    /** Its name in every result. */
    public static final String NAME = "built-in-rubric";

    /** Changes whenever a rule or number here could change a score. */
    public static final String VERSION = "5";

    private static final int MOST_QUOTES = 3;

    /** What the names of rubric dimensions mean here. Depth is measured as covered points, the nearest thing to it. */
    private static final Map<String, Measure> MEASURES = Map.of(
            "relevance", new Relevance(),
            "covered_points", new CoveredPoints(),
            "depth", new CoveredPoints(),
            "structure", new Structure(),
            "communication", new Communication());

    private final Vocabularies vocabularies;
    private final Judgement judgement;

    RubricEvaluator(Vocabularies vocabularies, Judgement judgement) {
        this.vocabularies = vocabularies;
        this.judgement = judgement;
    }

    /** With the vocabularies of the built-in banks and the judgement that comes with the service. */
    public static RubricEvaluator builtIn() {
        return new RubricEvaluator(Vocabularies.builtIn(), Judgement.current());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request) {
        Provenance provenance = new Provenance(
                NAME, VERSION, request.rubric().id(), request.rubric().hash());
        Optional<Language> language = Languages.of(request.language());
        if (language.isEmpty()) {
            return new NeedsHuman(
                    "UNSUPPORTED_LANGUAGE",
                    "Expected an interview in one of %s, but its language is '%s'"
                            .formatted(Languages.codes(), request.language()),
                    provenance);
        }
        Reading reading = Reading.of(request, language.get(), vocabularies.of(language.get()));
        Evaluation evaluation = Gradability.objectionToForm(reading)
                .map(reason -> flag(reason, request, provenance))
                .orElseGet(() -> flagOrScore(reading, request, provenance));
        return Evidence.checked(evaluation, request.answerText());
    }

    private Evaluation flagOrScore(Reading reading, EvaluationRequest request, Provenance provenance) {
        Findings findings = Findings.of(reading, judgement);
        return Gradability.objectionToContent(reading, findings)
                .map(reason -> flag(reason, request, provenance))
                .orElseGet(() -> score(reading, findings, request.rubric(), provenance));
    }

    private static Evaluation flag(Evaluation.Reason reason, EvaluationRequest request, Provenance provenance) {
        return new NotGradable(reason, Messages.of(reason, request.language()), provenance);
    }

    /** What is worth comparing by meaning; empty when language or form leave nothing to grade. */
    public Optional<TextsToCompare> toCompare(EvaluationRequest request) {
        return Languages.of(request.language())
                .map(language -> Reading.of(request, language, vocabularies.of(language)))
                .filter(reading -> Gradability.objectionToForm(reading).isEmpty())
                .filter(reading -> Gradability.objectionToContent(reading, Findings.of(reading, judgement))
                        .filter(reason -> reason != Evaluation.Reason.OFF_TOPIC)
                        .isEmpty())
                .map(TextsToCompare::of)
                .filter(texts ->
                        !texts.points().isEmpty() && !texts.statements().isEmpty());
    }

    private static Evaluation score(Reading reading, Findings findings, Rubric rubric, Provenance provenance) {
        Map<Rubric.Dimension, Measure.Measurement> measured = new LinkedHashMap<>();
        rubric.dimensions().stream()
                .filter(dimension -> MEASURES.containsKey(dimension.name()))
                .forEach(dimension ->
                        measured.put(dimension, MEASURES.get(dimension.name()).of(reading, findings)));
        if (measured.isEmpty()) {
            return new NeedsHuman(
                    "UNMEASURABLE_RUBRIC",
                    "Expected a rubric with one of the dimensions %s, but '%s' has none"
                            .formatted(MEASURES.keySet().stream().sorted().toList(), rubric.id()),
                    provenance);
        }
        List<DimensionScore> dimensions = measured.entrySet().stream()
                .map(entry -> dimension(entry.getKey(), entry.getValue(), reading))
                .toList();
        return new Scored(
                dimensions,
                overall(measured),
                Confidence.of(reading, findings, List.copyOf(measured.values())),
                Feedback.of(
                        findings.coverage(),
                        Structure.form(reading).value(),
                        reading.language().code()),
                provenance);
    }

    private static DimensionScore dimension(
            Rubric.Dimension dimension, Measure.Measurement measurement, Reading reading) {
        return new DimensionScore(
                dimension.name(),
                rounded(10 * measurement.value()),
                Quotes.of(reading.answer(), measurement.evidence(), MOST_QUOTES),
                measurement.rationale());
    }

    private static double overall(Map<Rubric.Dimension, Measure.Measurement> measured) {
        double weights = measured.keySet().stream().collect(Collectors.summingDouble(Rubric.Dimension::weight));
        double sum = measured.entrySet().stream()
                .mapToDouble(entry ->
                        entry.getKey().weight() * rounded(10 * entry.getValue().value()))
                .sum();
        return rounded(sum / weights);
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }
}
