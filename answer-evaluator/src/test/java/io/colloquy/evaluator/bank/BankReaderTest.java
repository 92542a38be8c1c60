package io.colloquy.evaluator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankReaderTest {
    @Test
    void shouldReadTheBuiltInBank() {
        // when
        QuestionBank bank = BankReader.builtIn();

        // then
        assertThat(bank.questions()).hasSizeGreaterThanOrEqualTo(36);
        assertThat(bank.families()).extracting(JobFamily::name).contains("software", "data", "product", "sales");
        assertThat(bank.version()).matches("[0-9a-f]{64}");
        assertThat(bank.language()).isEqualTo("en");
    }

    @Test
    void shouldAskTheSameQuestionsInEveryLanguage() {
        // when
        List<QuestionBank> banks = BankReader.everyBuiltIn();

        // then
        assertThat(banks).extracting(QuestionBank::language).containsExactly("en", "de", "es", "fr");
        assertThat(banks)
                .allSatisfy(bank -> assertThat(bank.questions())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text", "expectedPoints")
                        .isEqualTo(BankReader.builtIn().questions()));
        assertThat(banks)
                .allSatisfy(bank -> assertThat(bank.questions())
                        .extracting(question -> question.expectedPoints().size())
                        .isEqualTo(BankReader.builtIn().questions().stream()
                                .map(question -> question.expectedPoints().size())
                                .toList()));
    }

    @Test
    void shouldGiveTheSameVersionToTheSameContent() {
        // given
        String spaced = "{ \"language\": \"en\",\n \"name\" : \"b\", \"families\":[], \"questions\":[] }";
        String dense = "{\"name\":\"b\",\"language\":\"en\",\"families\":[],\"questions\":[]}";

        // when
        String one = hashOf(spaced);
        String other = hashOf(dense);

        // then
        assertThat(one).isEqualTo(other).isNotEqualTo(hashOf(dense.replace("\"b\"", "\"c\"")));
    }

    @Test
    void shouldNameEveryOffence() {
        // given
        String broken = """
                {"name":"b","language":"en","families":[{"family":"general"}],"questions":[
                 {"id":"q","family":"magic","kind":"TECHNICAL","difficulty":9,"text":"Why?","weight":0,"seconds":5,
                  "expected_points":[{"phrase":"one"}]},
                 {"id":"q","family":"general","kind":"TECHNICAL","difficulty":1,"text":"Why?","weight":1,"seconds":60,
                  "expected_points":[{"phrase":"one"},{"phrase":"two"},{"phrase":" "}]}]}
                """;

        // when, then
        assertThatThrownBy(() -> BankReader.read(stream(broken)))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("Expected unique question ids, but 'q' occurs twice")
                .hasMessageContaining("but its family is 'magic'")
                .hasMessageContaining("to be 1 to 5, but it is 9")
                .hasMessageContaining("to be above 0 and at most 10, but it is 0.0")
                .hasMessageContaining("but it suggests 5")
                .hasMessageContaining("at least 3 expected points, but it has 1")
                .hasMessageContaining("but one is blank")
                .hasMessageContaining("a question of kind INTRODUCTION, but it has none");
    }

    @Test
    void shouldRefuseWhatIsNoBank() {
        assertThatThrownBy(() -> BankReader.read(stream("{\"name\":")))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageStartingWith("Expected a question bank in JSON, but");
    }

    private static String hashOf(String json) {
        try {
            return ContentHash.of(new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
