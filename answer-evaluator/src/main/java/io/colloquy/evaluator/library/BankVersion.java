package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.QuestionBank;
import java.time.Instant;

/**
 * One version of a bank.
 *
 * @param content with the bank's display name
 * @param authorId who saved it first
 * @param savedAt when it was saved last
 */
public record BankVersion(String bankId, QuestionBank content, String authorId, Instant savedAt) {
    /** Hash of the content. */
    public String version() {
        return content.version();
    }
}
