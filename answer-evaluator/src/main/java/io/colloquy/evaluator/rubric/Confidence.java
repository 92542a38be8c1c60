package io.colloquy.evaluator.rubric;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How far the score should be trusted. Grows with the length of the answer, with agreement between the dimensions, and with
 * a promise that is clear either way; never above {@value #MOST}, because rules cannot tell a true statement from a false one.
 */
final class Confidence {
    static final double MOST = 0.75;
    private static final double LEAST = 0.2;
    private static final double FULL_LENGTH = 60;

    private Confidence() {}

    static double of(Reading reading, Findings findings, List<Measure.Measurement> measurements) {
        DoubleSummaryStatistics values =
                measurements.stream().mapToDouble(Measure.Measurement::value).summaryStatistics();
        double agreement = 1 - (values.getMax() - values.getMin());
        double length = Math.min(1, reading.own().tokens().size() / FULL_LENGTH);
        double clarity = Math.abs(2 * findings.promise() - 1);
        double confidence = LEAST + (MOST - LEAST) * (0.45 * length + 0.35 * agreement + 0.2 * clarity);
        return Math.round(confidence * 100) / 100.0;
    }
}
