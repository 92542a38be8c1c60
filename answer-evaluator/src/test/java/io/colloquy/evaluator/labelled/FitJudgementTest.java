package io.colloquy.evaluator.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.Judgement;
import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.text.Languages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitJudgementTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldMakeTheWeightsThatComeWithTheService() throws Exception {
        // given
        Judgement current = Judgement.current();
        Examples examples = Examples.of(filesOf(current.command()));

        // when
        Judgement again = new Fitting(wordsOnlyOf(current.command()), current.command()).judgement(examples.all());

        // then
        assertThatTheSame(again.worth(), current.worth());
        assertThat(again.flags().keySet()).isEqualTo(current.flags().keySet());
        again.flags()
                .forEach((reason, flag) ->
                        assertThatTheSame(flag, current.flags().get(reason)));
        examples.heard()
                .forEach((language, heard) -> assertThat(heard.lines())
                        .isEqualTo(
                                Languages.of(language).orElseThrow().wordPairs().lines()));
    }

    private static void assertThatTheSame(LinearModel again, LinearModel current) {
        assertThat(again.words()).isEqualTo(current.words());
        assertThat(again.signs().keySet()).isEqualTo(current.signs().keySet());
        again.signs()
                .forEach((name, sign) -> assertThat(sign.weight())
                        .as(name)
                        .isCloseTo(current.signs().get(name).weight(), Offset.offset(0.001)));
    }

    @Test
    void shouldOrderAnswersToQuestionsThatItHasNotSeen() throws Exception {
        // given
        List<Example> examples =
                Examples.of(List.of(file("answers-second-open.json"))).all();

        // when
        List<Judged> judged = new Fitting(Set.of(), "").crossValidated(examples);

        // then
        assertThat(Agreement.of(judged).pairs().get(Agreement.ALL).share()).isGreaterThan(0.75);
    }

    @Test
    void shouldWriteNothingUnlessAskedTo() throws Exception {
        // when
        int code = run(file("answers-open.json").toString());

        // then
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("answers-open.json: all");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldWriteWhatTheServiceReads() throws Exception {
        // given

        // when
        int code = run("--write", folder.toString(), file("answers-open.json").toString());

        // then
        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("judgement.v2.json")))
                .contains("\"signs\"", "\"words\"", "fit-judgement answers-open.json");
        assertThat(folder.resolve("en-word-pairs.txt")).isNotEmptyFile();
    }

    @Test
    void shouldRefuseAnswersThatTeachNothing() throws Exception {
        // given
        Path twin = Files.copy(file("answers-open.json"), folder.resolve("answers-open.json"));

        // then
        assertThat(run(file("answers-open.json").toString(), twin.toString())).isEqualTo(1);
        assertThat(run("--words-only", twin.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("two files are called 'answers-open.json'", "0 authors");
    }

    @Test
    void shouldExplainItselfWhenItIsNotUnderstood() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--write")).isEqualTo(2);
        assertThat(run("--what")).isEqualTo(2);
        assertThat(run(folder.resolve("missing.json").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("fit-judgement", "Expected");
    }

    private int run(String... arguments) throws IOException {
        return FitJudgement.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static List<Path> filesOf(String command) throws URISyntaxException {
        List<Path> files = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            if (word.endsWith(".json")) {
                files.add(file(word));
            }
        }
        return files;
    }

    private static Set<String> wordsOnlyOf(String command) {
        List<String> words = Arrays.asList(command.split(" ", -1));
        return words.contains("--words-only") ? Set.of(words.get(words.indexOf("--words-only") + 1)) : Set.of();
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(FitJudgementTest.class.getResource(name), name)
                .toURI());
    }
}
