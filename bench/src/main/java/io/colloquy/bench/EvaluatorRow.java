package io.colloquy.bench;

import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import io.colloquy.local.demo.StubProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers evaluated with a provider that takes 2 s, 100 calls at once, 500 answers in flight.
 *
 * <p>The ceiling is arithmetic: 100 calls of 2 s are 50 a second. The system is answer-evaluator itself, from the record of
 * the answer to the committed record of its evaluation: reading, pending store, unsealing, search for manipulation, HTTP,
 * checks, sealing, exactly once. Goal: at least 0.95 of the ceiling.
 *
 * <p>Nobody waits for somebody else's provider: answers that need none take the same time beside a full lane. Goal: at most
 * 1.2 of their p95 alone.
 */
final class EvaluatorRow implements Row {
    private static final int CALLS = 100;
    private static final int MOST_IN_FLIGHT = 500;
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final int NEIGHBOURS_SHARE = 5;
    private static final Duration GAP = Duration.ofMillis(100);
    private static final double CEILING = CALLS / (DELAY.toMillis() / 1000.0);

    @Override
    public String name() {
        return "evaluator";
    }

    @Override
    public RowResult run(BenchStack stack, Plan plan) {
        try (StubProvider stub = StubProvider.start(DELAY);
                AnswersInFlight answers = new AnswersInFlight(stack.kafka(), stack.sealing())) {
            ServiceProcess evaluator = stack.service(Service.EVALUATOR, variables(stub.url()));
            List<Double> rates = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            int held = held(plan);
            int measured = 2 * held;
            List<Double> atOnce = new ArrayList<>();
            for (int turn = 0; turn <= plan.pairs(); turn++) {
                double seconds = answers.settle(held).toNanos() / 1e9;
                Duration before = cpu(evaluator);
                double rate = answers.rate(held, measured);
                double millis = cpu(evaluator).minus(before).toNanos() / 1e6 / (2 * held + measured);
                stack.progress()
                        .say(
                                "  turn %2d  %d answers at once in %.2f s; %.1f answers/s, %.2f ms CPU each, with %d in flight"
                                        .formatted(turn, held, seconds, rate, millis, held));
                if (turn > 0) {
                    atOnce.add(held / seconds);
                    rates.add(rate);
                    cpu.add(millis);
                }
            }
            Neighbours neighbours = neighbours(stack, plan, answers, held);
            return new RowResult(
                    name(),
                    List.of(
                            Figure.of("100 calls of 2 s", "answers/s", Spread.of(CEILING)),
                            Figure.of("answer-evaluator", "answers/s", new Spread(rates)),
                            Figure.of(
                                    "ratio of answers/s",
                                    "",
                                    new Spread(rates.stream()
                                            .map(rate -> rate / CEILING)
                                            .toList()),
                                    Goal.atLeast(0.95)),
                            Figure.of("all at once, from cold", "answers/s", new Spread(atOnce)),
                            Figure.of("answer-evaluator, CPU", "ms/answer", new Spread(cpu)),
                            Figure.of("neighbours alone, p95", "ms", new Spread(neighbours.alone())),
                            Figure.of("neighbours of a full lane, p95", "ms", new Spread(neighbours.crowded())),
                            Figure.of(
                                    "ratio of neighbours' p95", "", new Spread(neighbours.ratios()), Goal.atMost(1.2))),
                    List.of(
                            "%d answers in flight, %d calls at once, a stub that waits %d s"
                                    .formatted(held, CALLS, DELAY.toSeconds()),
                            "%d settled answers while %d are in flight; the first turn is thrown away"
                                    .formatted(measured, held),
                            "all at once: from the first answer's record to the last evaluation's, committed",
                            "neighbours: %d answers scored by the built-in rubric, one every %d ms, with and without %d answers in flight at the stub"
                                    .formatted(held / NEIGHBOURS_SHARE, GAP.toMillis(), held)));
        }
    }

    /** p95 in milliseconds of answers that need no provider, without and with the slow one's lane full. */
    private record Neighbours(List<Double> alone, List<Double> crowded) {
        List<Double> ratios() {
            return IntStream.range(0, alone.size())
                    .mapToObj(turn -> crowded.get(turn) / alone.get(turn))
                    .toList();
        }
    }

    private static Neighbours neighbours(BenchStack stack, Plan plan, AnswersInFlight answers, int held) {
        List<Double> alone = new ArrayList<>();
        List<Double> crowded = new ArrayList<>();
        for (int turn = 0; turn < plan.pairs(); turn++) {
            alone.add(answers.neighbours(held / NEIGHBOURS_SHARE, GAP, 0).millis(0.95));
            crowded.add(answers.neighbours(held / NEIGHBOURS_SHARE, GAP, held).millis(0.95));
            stack.progress()
                    .say("  neighbours' p95 %.0f ms alone, %.0f ms beside %d answers in flight"
                            .formatted(alone.getLast(), crowded.getLast(), held));
        }
        return new Neighbours(alone, crowded);
    }

    /** As many as the goal says with the usual window, fewer in a short run. */
    private static int held(Plan plan) {
        return Math.clamp(plan.window().toMillis() / 10, 10, MOST_IN_FLIGHT);
    }

    private static Map<String, String> variables(URI stub) {
        return Map.of(
                "COLLOQUY_OPENAI_URL", stub.toString(),
                "COLLOQUY_OPENAI_MODEL", StubProvider.MODEL,
                "COLLOQUY_PROVIDER_PRIVATE_HOSTS", stub.getHost(),
                "COLLOQUY_EVALUATOR_CALLS", Integer.toString(CALLS));
    }

    private static Duration cpu(ServiceProcess evaluator) {
        return evaluator.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
