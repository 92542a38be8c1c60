package io.colloquy.bench;

import io.colloquy.local.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** Measurements in turns, A B A B, and what they say pair by pair. */
final class Pairs {
    private final Map<Work, List<Sample>> samples;

    private Pairs(Map<Work, List<Sample>> samples) {
        this.samples = samples;
    }

    /** Measures all works in turns; the first turn warms everything up and is thrown away. */
    static Pairs measure(Plan plan, Progress progress, List<Work> works) {
        Meter meter = new Meter(plan);
        Map<Work, List<Sample>> samples = new LinkedHashMap<>();
        works.forEach(work -> samples.put(work, new ArrayList<>()));
        for (int turn = 0; turn <= plan.pairs(); turn++) {
            for (Work work : works) {
                Sample sample = turn == 0 ? meter.warmUp(work) : meter.measure(work);
                progress.say("  %s %-34s %9.1f/s  %8.3f ms CPU each"
                        .formatted(
                                turn == 0 ? "warm-up" : "turn %2d".formatted(turn),
                                work.name(),
                                sample.perSecond(),
                                sample.cpuMillis()));
                if (turn > 0) {
                    samples.get(work).add(sample);
                }
            }
        }
        return new Pairs(samples);
    }

    Spread of(Work work, ToDoubleFunction<Sample> figure) {
        return new Spread(samples.get(work).stream().map(figure::applyAsDouble).toList());
    }

    /** The figure of both works of each turn. */
    Spread of(Work ceiling, Work system, ToDoubleBiFunction<Sample, Sample> figure) {
        return of(List.of(ceiling, system), turn -> figure.applyAsDouble(turn.get(0), turn.get(1)));
    }

    /** The figure of several works of each turn. */
    Spread of(List<Work> works, ToDoubleFunction<List<Sample>> figure) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < samples.get(works.get(0)).size(); i++) {
            int turn = i;
            values.add(figure.applyAsDouble(
                    works.stream().map(work -> samples.get(work).get(turn)).toList()));
        }
        return new Spread(values);
    }
}
