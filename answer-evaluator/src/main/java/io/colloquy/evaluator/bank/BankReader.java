package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a bank from JSON and refuses one that could not carry an interview. */
public final class BankReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private BankReader() {}

    /** The bank that comes with the service, in English. */
    public static QuestionBank builtIn() {
        return builtIn("built-in-bank.json");
    }

    /** The banks that come with the service: the same questions in English, German, Spanish and French. */
    public static List<QuestionBank> everyBuiltIn() {
        return Stream.of(
                        "built-in-bank.json", "built-in-bank.de.json", "built-in-bank.es.json", "built-in-bank.fr.json")
                .map(BankReader::builtIn)
                .toList();
    }

    private static QuestionBank builtIn(String resource) {
        try (InputStream content = BankReader.class.getResourceAsStream(resource)) {
            return read(
                    Objects.requireNonNull(content, "Expected the built-in bank on the class path, but it is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks.
     *
     * @throws InvalidContentException naming every offence
     */
    public static QuestionBank read(InputStream content) {
        try {
            JsonNode tree = JSON.readTree(content);
            BankFile file = JSON.treeToValue(tree, BankFile.class);
            QuestionBank bank = file.toBank(ContentHash.of(tree));
            List<String> offences = BankRules.offences(bank);
            if (!offences.isEmpty()) {
                throw new InvalidContentException(offences);
            }
            return bank;
        } catch (IOException e) {
            throw new InvalidContentException(List.of("Expected a question bank in JSON, but " + e.getMessage()));
        }
    }

    private record BankFile(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String language,
            @JsonProperty(required = true) List<FamilyEntry> families,
            @JsonProperty(required = true) List<QuestionEntry> questions) {
        QuestionBank toBank(String version) {
            return new QuestionBank(
                    name,
                    version,
                    language,
                    families.stream().map(FamilyEntry::toFamily).toList(),
                    questions.stream().map(QuestionEntry::toQuestion).toList());
        }
    }

    private record FamilyEntry(
            @JsonProperty(required = true) String family,
            @JsonProperty("job_terms") List<String> jobTerms,
            @JsonProperty("job_hints") List<String> jobHints) {
        JobFamily toFamily() {
            return new JobFamily(family, orEmpty(jobTerms), orEmpty(jobHints));
        }
    }

    private record QuestionEntry(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String family,
            @JsonProperty(required = true) QuestionKind kind,
            @JsonProperty(required = true) int difficulty,
            @JsonProperty(required = true) String text,
            @JsonProperty(required = true) double weight,
            @JsonProperty(required = true) int seconds,

            @JsonProperty(value = "expected_points", required = true)
            List<PointEntry> expectedPoints) {
        Question toQuestion() {
            List<ExpectedPoint> points =
                    expectedPoints.stream().map(PointEntry::toPoint).toList();
            return new Question(id, text, kind, family, difficulty, points, weight, seconds);
        }
    }

    private record PointEntry(@JsonProperty(required = true) String phrase, List<String> synonyms) {
        ExpectedPoint toPoint() {
            return new ExpectedPoint(phrase, orEmpty(synonyms));
        }
    }

    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : values;
    }
}
