package io.colloquy.bench;

import io.colloquy.local.Foreground;
import io.colloquy.local.LocalLogging;
import io.colloquy.local.Progress;
import io.colloquy.local.StackException;
import io.colloquy.local.StackHome;
import io.colloquy.local.demo.DemoException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the system beside its ceilings on a stack of its own, prints a table and, if asked for, writes JSON. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Colloquy as ratios to bare loops in the same run. Rows: ingest, frames, evaluator.")
public final class Bench implements Callable<Integer> {
    private static final List<Row> ROWS = List.of(new IngestRow(), new FramesRow(), new EvaluatorRow());

    @Parameters(arity = "0..*", paramLabel = "ROW", description = "What to measure; everything without it.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--pairs", defaultValue = "5", description = "Ceiling and system in turns (${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--seconds", defaultValue = "5", description = "Each measured window (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "2", description = "Seconds before each window (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--sessions", defaultValue = "16", description = "Interviews that send (${DEFAULT-VALUE}).")
    private int sessions;

    @Option(names = "--threads", description = "Of vision; by default as many as there are cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes everything that was found there.")
    private Path json;

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Bench());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof BenchException
                    || failure instanceof StackException
                    || failure instanceof DemoException) {
                line.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    public Integer call() throws Exception {
        List<Row> rows = rows();
        Plan plan = new Plan(pairs, duration(warmUp), duration(seconds), sessions, threads);
        return Foreground.run(() -> {
            StackHome home = StackHome.temporary(System.getenv());
            LocalLogging.toFile(home);
            Report report = measure(home, plan, rows, Progress.onStandardError());
            System.out.print(report.table());
            if (json != null) {
                report.write(json);
            }
            home.delete();
            return 0;
        });
    }

    /** Everything in one go, on one stack. */
    static Report measure(StackHome home, Plan plan, List<Row> rows, Progress progress) {
        Machine machine = Machine.here();
        List<RowResult> results = new ArrayList<>();
        try (BenchStack stack = BenchStack.start(home, plan, progress)) {
            for (Row row : rows) {
                progress.say("Measuring " + row.name() + " ...");
                results.add(row.run(stack, plan));
            }
        }
        return new Report(Instant.now().truncatedTo(ChronoUnit.SECONDS), machine, plan, results);
    }

    static List<Row> allRows() {
        return ROWS;
    }

    private List<Row> rows() {
        List<String> known = ROWS.stream().map(Row::name).toList();
        if (!known.containsAll(wanted)) {
            throw new BenchException("Expected rows among %s, but got %s".formatted(known, wanted));
        }
        return ROWS.stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(row.name()))
                .toList();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
