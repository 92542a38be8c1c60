package io.colloquy.evaluator.labelled;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command evaluate-answers: runs the built-in evaluator over a file of labelled answers and says how far they agree. */
public final class EvaluateAnswers {
    private static final String USAGE = """
            Runs the built-in evaluator over labelled answers and prints how far it agrees with the labels.

            Usage: colloquy evaluate-answers FILE [--json] [--details]
              --json      the figures and every answer's outcome as JSON
              --details   pairs that are out of order, misses and false flags, by the answers' ids

            FILE is JSON: questions [{id, language, job_description, kind, text, expected_points [{text}]}] and
            answers [{id, question_id, label, text}]; a label is good, partial, wrong, off_topic, gibberish,
            copied_question or keyword_stuffing.""";

    private EvaluateAnswers() {}

    private record Outcome(String evaluator, String version, Agreement agreement, List<Judged> answers) {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs; 0 when it could, 1 when the file cannot be read, 2 when the command is not understood. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        List<String> files =
                arguments.stream().filter(it -> !it.startsWith("-")).toList();
        List<String> options =
                arguments.stream().filter(it -> it.startsWith("-")).toList();
        if (options.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        if (files.size() != 1 || !List.of("--json", "--details").containsAll(options)) {
            err.println(USAGE);
            return 2;
        }
        try (InputStream content = Files.newInputStream(Path.of(files.getFirst()))) {
            List<Judged> judged = Judged.all(LabelledSet.read(content), RubricEvaluator.builtIn(), Rubrics.builtIn());
            print(judged, options, out);
            return 0;
        } catch (InvalidContentException | IOException e) {
            err.println("Expected labelled answers in '%s', but %s".formatted(files.getFirst(), e.getMessage()));
            return 1;
        }
    }

    private static void print(List<Judged> judged, List<String> options, PrintStream out) throws IOException {
        Agreement agreement = Agreement.of(judged);
        if (options.contains("--json")) {
            out.println(JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(new Outcome(RubricEvaluator.NAME, RubricEvaluator.VERSION, agreement, judged)));
            return;
        }
        out.printf("%s, version %s%n", RubricEvaluator.NAME, RubricEvaluator.VERSION);
        out.print(AgreementTable.of(agreement));
        if (options.contains("--details")) {
            details(judged, out);
        }
    }

    private static void details(List<Judged> judged, PrintStream out) {
        Agreement.pairs(judged).stream()
                .filter(pair -> !pair.isInOrder())
                .forEach(pair -> out.printf(
                        "out of order: %s %.1f, %s %.1f%n",
                        pair.better().id(),
                        pair.better().score(),
                        pair.worse().id(),
                        pair.worse().score()));
        judged.stream()
                .filter(it -> it.isScored() != it.label().isGradable())
                .forEach(it -> out.printf("%s: %s (%s)%n", it.id(), it.outcome(), it.label()));
    }
}
