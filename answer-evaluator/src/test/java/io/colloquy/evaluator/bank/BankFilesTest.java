package io.colloquy.evaluator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankFilesTest {
    private static final String[] PIECES = {
        "why",
        "=1+1",
        "+",
        "-",
        "@SUM(A1)",
        "'",
        "''=",
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "|",
        "\\",
        "\\n",
        "\\|",
        " ",
        "ß",
        "é",
        "日本",
        "😀",
        "＝",
        "#",
        "a;b,c",
        "\u00A0",
        "null",
        "1,5"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shouldReadWhatItWroteAsTheSameVersion(long seed) {
        for (int i = 0; i < 25; i++) {
            // given
            QuestionBank bank = randomBank(new Random(seed * 1000 + i));

            // when
            QuestionBank fromJson = BankJson.read(BankJson.write(bank));
            QuestionBank fromCsv = BankCsv.read(BankCsv.write(bank), "", "");

            // then
            assertThat(fromJson).isEqualTo(bank);
            assertThat(fromCsv).isEqualTo(bank);
        }
    }

    @ParameterizedTest
    @MethodSource("io.colloquy.evaluator.bank.BankReader#everyBuiltIn")
    void shouldTakeTheBuiltInBanksThroughBothFormats(QuestionBank builtIn) {
        // when
        QuestionBank fromJson = BankJson.read(BankJson.write(builtIn));
        QuestionBank fromCsv = BankCsv.read(BankCsv.write(builtIn), "", "");

        // then
        assertThat(fromCsv).isEqualTo(fromJson);
        assertThat(fromCsv.questions()).isEqualTo(builtIn.questions());
    }

    @Test
    void shouldReadWhatASpreadsheetSaved() {
        // given
        String saved = new String(BankCsv.write(bank("Sales")), StandardCharsets.UTF_8)
                .replace(",", ";")
                .replace("1.5", "1,5")
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");

        // when
        QuestionBank read = BankCsv.read(saved.getBytes(StandardCharsets.UTF_8), "", "");

        // then
        assertThat(read).isEqualTo(bank("Sales"));
    }

    @Test
    void shouldTakeATableOfQuestionsAlone() {
        // given
        String table = """
                id,family,kind,difficulty,text,expected_points
                q1,general,introduction,1,"Who are you?
                In a few words.","today | now
                before
                why"
                q2,general,technical,3,How?,one\ntwo\nthree
                q3,general,behavioural,3,When once?,"one
                two
                three"
                q4,general,situational,3,What if?,"one
                two
                three"
                """.replace("one\ntwo\nthree\nq3", "\"one\ntwo\nthree\"\nq3");

        // when
        QuestionBank read = BankCsv.read(table.getBytes(StandardCharsets.UTF_8), "Mine", "en");

        // then
        assertThat(read.name()).isEqualTo("Mine");
        assertThat(read.families()).extracting(JobFamily::name).containsExactly("general");
        assertThat(read.questions()).hasSize(4);
        assertThat(read.questions().getFirst().text()).isEqualTo("Who are you?\nIn a few words.");
        assertThat(read.questions().getFirst().expectedPoints().getFirst().synonyms())
                .containsExactly("now");
        assertThat(read.questions().getFirst().seconds()).isEqualTo(120);
    }

    @Test
    void shouldWriteNoCellThatASpreadsheetWouldCompute() {
        // given
        QuestionBank bank = withText(bank("=cmd|' /C calc'!A0"), "@SUM(1+1)*cmd");

        // when
        String table = new String(BankCsv.write(bank), StandardCharsets.UTF_8);

        // then
        assertThat(table.lines().flatMap(line -> List.of(line.split(",")).stream()))
                .noneMatch(cell -> cell.replace("\"", "").matches("^[=+\\-@].*"));
        assertThat(BankCsv.read(table.getBytes(StandardCharsets.UTF_8), "", "")).isEqualTo(bank);
    }

    @Test
    void shouldNameEveryOffenceWithItsLine() {
        // given
        String table = """
                record,id,family,kind,difficulty,weight,seconds,text,expected_points
                question,q1,general,INTRODUCTION,hard,1,60,Who?,a
                question,q1,nowhere,RIDDLE,9,-1,5,"Two
                lines?",a
                riddle,q3,general,TECHNICAL,1,1,60,Why?,a
                question,q 4,general,TECHNICAL,1,1,60,Why?,"a
                b
                c"
                """;

        // when, then
        assertThatThrownBy(() -> BankCsv.read(table.getBytes(StandardCharsets.UTF_8), "Mine", "en"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessage("Expected line 5 to be a bank, a family or a question, but its record is 'riddle'");
        assertThatThrownBy(() ->
                        BankCsv.read(table.replace("riddle", "question").getBytes(StandardCharsets.UTF_8), "Mine", "?"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("Expected 'difficulty' of line 2 to be a whole number, but it is 'hard'")
                .hasMessageContaining("but 'q1' occurs twice (line 3)")
                .hasMessageContaining("Expected 'kind' of line 3 to be one of")
                .hasMessageContaining("to be 1 to 5, but it is 9 (line 3)")
                .hasMessageContaining("at most 10, but it is -1.0 (line 3)")
                .hasMessageContaining("but it suggests 5 (line 3)")
                .hasMessageContaining("texts, but that of 'q 4' occurs twice (line 6)")
                .hasMessageContaining("Expected the id of line 6 to be 1 to 64 letters")
                .hasMessageContaining("Expected the language as a BCP 47 tag, but it is '?'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFF",
                "nonsense",
                "id,id\n1,2",
                "id;text\n\"1;never closed",
                "{\"name\":\"x\"}",
                "\u0000\u0001",
                "record,id\nquestion,a,b,c,d"
            })
    void shouldRefuseWhatIsNoTable(String content) {
        assertThatThrownBy(() -> BankCsv.read(content.getBytes(StandardCharsets.UTF_8), "Mine", "en"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageStartingWith("Expected");
    }

    @Test
    void shouldRefuseOtherEncodings() {
        byte[] latin = "id,text\nq,Größe".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> BankCsv.read(latin, "Mine", "de"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("CSV UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"name\":1}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"x\",\"language\":\"en\",\"families\":{},\"questions\":[1,null,[]]}",
                "{} {}",
                "{\"name\":\"\\ud800\",\"language\":\"en\",\"families\":[],\"questions\":[]}",
                "{\"name\":\"x\",\"language\":\"en\",\"families\":[],\"questions\":[],\"mood\":1}"
            })
    void shouldRefuseWhatIsNoBankInJson(String content) {
        assertThatThrownBy(() -> BankJson.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageStartingWith("Expected");
    }

    @Test
    void shouldRefuseMoreQuestionsThanAPlanCouldEverUse() {
        QuestionBank bank = bank("Huge");
        List<Question> many = IntStream.range(0, 501)
                .mapToObj(i -> question("h" + i, "Text " + i, QuestionKind.TECHNICAL, 1))
                .toList();
        byte[] json =
                BankJson.write(new QuestionBank("Huge", "", "en", bank.families(), concat(bank.questions(), many)));

        assertThatThrownBy(() -> BankJson.read(json)).hasMessage("Expected at most 500 questions, but there are 505");
    }

    @Test
    void shouldStopReadingWhereNobodyReadsOn() {
        // given
        String fields = IntStream.range(0, 20_000)
                .mapToObj("\"f%d\":1"::formatted)
                .collect(Collectors.joining(",", "{\"questions\":[{", "}]}"));
        String rows = "record,text\n" + "nothing,x\n".repeat(20_000);
        String heading = "x,".repeat(20_000);

        // when, then
        assertThat(offences(() -> BankJson.read(fields.getBytes(StandardCharsets.UTF_8))))
                .hasSize(1_000);
        assertThat(offences(() -> BankCsv.read(rows.getBytes(StandardCharsets.UTF_8), "", "")))
                .hasSize(1_000);
        assertThat(offences(() -> BankCsv.read(heading.getBytes(StandardCharsets.UTF_8), "", "")))
                .hasSize(1_000);
    }

    private static List<String> offences(ThrowingCallable reading) {
        return catchThrowableOfType(InvalidContentException.class, reading).offences();
    }

    static QuestionBank bank(String name) {
        return versioned(new QuestionBank(
                name,
                "",
                "en",
                List.of(
                        new JobFamily("sales", List.of("seller", "account manager"), List.of("client")),
                        new JobFamily(JobFamily.GENERAL, List.of(), List.of())),
                List.of(
                        question("q1", "Who are you?", QuestionKind.INTRODUCTION, 1),
                        question("q2", "How does it work?", QuestionKind.TECHNICAL, 1.5),
                        question("q3", "When did you last fail?", QuestionKind.BEHAVIOURAL, 0.1),
                        question("q4", "What would you do?", QuestionKind.SITUATIONAL, 2))));
    }

    private static Question question(String id, String text, QuestionKind kind, double weight) {
        return new Question(
                id,
                text,
                kind,
                JobFamily.GENERAL,
                3,
                List.of(
                        new ExpectedPoint("one", List.of("first", "the former")),
                        new ExpectedPoint("two", List.of()),
                        new ExpectedPoint("three", List.of("third"))),
                weight,
                90);
    }

    private static QuestionBank withText(QuestionBank bank, String text) {
        List<Question> questions = new ArrayList<>(bank.questions());
        questions.set(1, question("q2", text, QuestionKind.TECHNICAL, 1));
        return versioned(new QuestionBank(bank.name(), "", bank.language(), bank.families(), questions));
    }

    /** Sound, with texts of whatever files find hard. */
    private static QuestionBank randomBank(Random random) {
        List<Question> questions = new ArrayList<>();
        int count = 4 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            List<ExpectedPoint> points = new ArrayList<>();
            for (int point = 0; point < 3 + random.nextInt(3); point++) {
                points.add(new ExpectedPoint(
                        text(random),
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(it -> text(random))
                                .toList()));
            }
            questions.add(new Question(
                    "q" + i,
                    i + text(random),
                    List.of(QuestionKind.values()).get(i % 4),
                    i % 2 == 0 || i < 4 ? JobFamily.GENERAL : "sales",
                    1 + random.nextInt(5),
                    points,
                    (1 + random.nextInt(100)) / 10.0,
                    15 + random.nextInt(600)));
        }
        List<JobFamily> families = List.of(
                new JobFamily("sales", List.of(text(random)), List.of(text(random), text(random))),
                new JobFamily(JobFamily.GENERAL, List.of(), List.of()));
        return versioned(new QuestionBank(text(random), "", "de-AT", families, questions));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(6); i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        String normal = Shown.normal(text.toString());
        return normal.isBlank() ? "x" : normal;
    }

    private static QuestionBank versioned(QuestionBank bank) {
        return new QuestionBank(
                bank.name(), BankTree.version(bank), bank.language(), bank.families(), bank.questions());
    }

    private static List<Question> concat(List<Question> some, List<Question> more) {
        List<Question> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
