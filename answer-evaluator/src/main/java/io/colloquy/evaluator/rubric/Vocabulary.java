package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Token;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words in which people speak about work, learned from a question bank: what tells a weak answer from one about something
 * else. Everyday words that a bank uses as well ("day", "good") are left out.
 *
 * @param stems of content words
 */
public record Vocabulary(Set<String> stems) {
    public Vocabulary {
        stems = Set.copyOf(stems);
    }

    /** The vocabulary of a bank. */
    public static Vocabulary of(QuestionBank bank, Language language) {
        Set<String> everyday = language.phrases("everyday").stream()
                .flatMap(word -> contentStems(word, language))
                .collect(Collectors.toUnmodifiableSet());
        return new Vocabulary(bank.questions().stream()
                .flatMap(question -> Stream.concat(Stream.of(question.text()), wordings(question)))
                .flatMap(text -> contentStems(text, language))
                .filter(stem -> !everyday.contains(stem))
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Stream<String> wordings(Question question) {
        return question.expectedPoints().stream().flatMap(ExpectedPoint::wordings);
    }

    static Stream<String> contentStems(String text, Language language) {
        return language.tokens(text).stream().filter(token -> !token.stopWord()).map(Token::stem);
    }
}
