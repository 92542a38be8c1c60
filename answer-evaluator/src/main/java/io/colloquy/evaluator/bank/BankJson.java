package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.platform.json.JsonFault;
import java.io.IOException;
import java.util.List;

/** A bank as a JSON file. What is written reads as the same bank, of the same version. */
public final class BankJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BankJson() {}

    /**
     * Reads and checks.
     *
     * @throws InvalidContentException naming every offence
     */
    public static QuestionBank read(byte[] content) {
        try {
            return BankTree.read(JSON.readTree(content), "questions[%d]"::formatted);
        } catch (JsonProcessingException e) {
            throw new InvalidContentException(List.of(JsonFault.syntax(e)));
        } catch (IOException e) {
            throw new InvalidContentException(List.of("Expected a question bank in JSON, but it is no text in UTF-8"));
        }
    }

    /** For people to read and to change. */
    public static byte[] write(QuestionBank bank) {
        try {
            return JSON.writeValueAsBytes(BankTree.write(bank));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a bank to be writable as JSON, but it is not", e);
        }
    }
}
