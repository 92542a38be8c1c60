package io.colloquy.evaluator.labelled;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.rubric.Judgement;
import io.colloquy.evaluator.text.WordPairs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command fit-judgement: learns from labelled answers what the built-in evaluator is to expect of words and signs. */
public final class FitJudgement {
    private static final String USAGE = """
            Fits the weights of the built-in evaluator to labelled answers; prints how they do on authors left out.

            Usage: colloquy fit-judgement [--write FOLDER] [--words-only FILE]... FILE...
              --write FOLDER      where weights and word pairs go; without it nothing is written
              --words-only FILE   labelled answers that the word lists were made on: they would flatter the signs

            Labelled answers are JSON as evaluate-answers takes it. Each file is by another author, unless
            two of them are halves of one set: NAME-open.json and NAME-frozen.json.""";

    private FitJudgement() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs; 0 when it could, 1 when a file cannot be read, 2 when the command is not understood. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        List<Path> files = new ArrayList<>();
        Set<String> wordsOnly = new HashSet<>();
        Path target = null;
        for (int place = 0; place < arguments.size(); place++) {
            String argument = arguments.get(place);
            boolean takesFile = List.of("--write", "--words-only").contains(argument);
            if (argument.startsWith("-") && (!takesFile || place + 1 == arguments.size())) {
                err.println(USAGE);
                return argument.equals("--help") ? 0 : 2;
            }
            if (argument.equals("--write")) {
                target = Path.of(arguments.get(++place));
            } else {
                files.add(Path.of(takesFile ? arguments.get(++place) : argument));
                if (takesFile) {
                    wordsOnly.add(files.getLast().getFileName().toString());
                }
            }
        }
        if (files.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try {
            fit(files, wordsOnly, target, out);
            return 0;
        } catch (InvalidContentException | IOException e) {
            err.println("Expected labelled answers in %s, but %s".formatted(files, e.getMessage()));
            return 1;
        }
    }

    private static void fit(List<Path> files, Set<String> wordsOnly, Path target, PrintStream out) throws IOException {
        Examples read = Examples.of(files);
        List<Example> examples = read.all();
        mustTeach(examples, wordsOnly);
        Fitting fitting = new Fitting(wordsOnly, command(files, wordsOnly));
        List<Judged> judged = fitting.crossValidated(examples);
        out.println("each author judged by the others:");
        print("all", judged, out);
        Map<String, List<Judged>> bySet =
                judged.stream().collect(Collectors.groupingBy(Judged::id, TreeMap::new, Collectors.toList()));
        bySet.forEach((set, answers) -> print(set, answers, out));
        if (target != null) {
            write(fitting.judgement(examples), read.heard(), target);
        }
    }

    private static void mustTeach(List<Example> examples, Set<String> wordsOnly) {
        long authors = examples.stream()
                .filter(it -> !wordsOnly.contains(it.set()))
                .filter(it -> it.label() == Label.GOOD)
                .filter(good -> examples.stream()
                        .anyMatch(it -> it.question().equals(good.question())
                                && good.label().isBetterThan(it.label())))
                .map(Example::author)
                .distinct()
                .count();
        if (authors < 2) {
            throw new InvalidContentException(List.of(
                    "%d authors, or questions of a single author, have a good answer beside a lesser one; two are needed"
                            .formatted(authors)));
        }
    }

    private static void write(Judgement judgement, Map<String, WordPairs> heard, Path folder) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new UpToWeights());
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("judgement.v%d.json".formatted(judgement.version())),
                JsonMapper.builder().build().writer(lines).writeValueAsString(judgement) + "\n");
        for (Map.Entry<String, WordPairs> language : heard.entrySet()) {
            Files.write(
                    folder.resolve(language.getKey() + "-word-pairs.txt"),
                    language.getValue().lines());
        }
    }

    /** A line for each sign and for each row of weights, not for each of a hundred thousand weights. */
    private static final class UpToWeights implements DefaultPrettyPrinter.Indenter {
        private static final int DEEPEST = 4;
        private static final DefaultIndenter LINES = new DefaultIndenter(" ", "\n");

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            if (level <= DEEPEST) {
                LINES.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }

    private static String command(List<Path> files, Set<String> wordsOnly) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .map(name -> (wordsOnly.contains(name) ? "--words-only " : "") + name)
                .collect(Collectors.joining(" ", "fit-judgement ", ""));
    }

    private static void print(String name, List<Judged> judged, PrintStream out) {
        Agreement agreement = Agreement.of(judged);
        List<Judged> gradable =
                judged.stream().filter(it -> it.label().isGradable()).toList();
        out.println(name + ": " + AgreementTable.shares(agreement.pairs()) + "   "
                + AgreementTable.shares(agreement.kinds()) + "   flagged: "
                + agreement.flagged().entrySet().stream()
                        .map(flag -> AgreementTable.shares(
                                Map.of(flag.getKey().toString(), flag.getValue().get(Agreement.ALL))))
                        .collect(Collectors.joining(", "))
                + "   falsely: "
                + gradable.stream()
                        .filter(it -> !it.isScored())
                        .collect(Collectors.groupingBy(Judged::outcome, TreeMap::new, Collectors.counting()))
                + " of "
                + gradable.size());
    }
}
