package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Token;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words in which people speak about work, learned from a question bank, with how common each is: what tells a weak answer
 * from one about something else, and "index" from "team". Everyday words that a bank uses as well ("day", "good") are no words
 * of work.
 *
 * @param questionsByStem in how many questions, their points included, a content stem occurs
 * @param questions how many there are
 * @param everyday stems of everyday words
 */
public record Vocabulary(Map<String, Long> questionsByStem, int questions, Set<String> everyday) {
    private static final double EVERYDAY = 0.15;
    private static final int USUAL_SIZE = 60;

    public Vocabulary {
        questionsByStem = Map.copyOf(questionsByStem);
        everyday = Set.copyOf(everyday);
    }

    /** The vocabulary of a bank. */
    public static Vocabulary of(QuestionBank bank, Language language) {
        Map<String, Long> questionsByStem = bank.questions().stream()
                .flatMap(question -> Stream.concat(Stream.of(question.text()), wordings(question))
                        .flatMap(text -> contentStems(text, language))
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Vocabulary(questionsByStem, bank.questions().size(), everyday(language));
    }

    /** Without a bank: every word but the everyday ones says much. */
    public static Vocabulary of(Language language) {
        return new Vocabulary(Map.of(), USUAL_SIZE, everyday(language));
    }

    private static Set<String> everyday(Language language) {
        return language.phrases("everyday").all().stream()
                .flatMap(word -> contentStems(word, language))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is a word of work. */
    boolean knows(String stem) {
        return questionsByStem.containsKey(stem) && !everyday.contains(stem);
    }

    /** Whether it says nothing about work. */
    boolean isEveryday(String stem) {
        return everyday.contains(stem);
    }

    /** How much a word says about its question: 1 for one of a single question or unknown, towards 0 for one of all. */
    double specificity(String stem) {
        if (everyday.contains(stem)) {
            return EVERYDAY;
        }
        double share = (double) questionsByStem.getOrDefault(stem, 1L) / questions;
        double rarity = Math.clamp(Math.log(share) / Math.log(2.0 / questions), 0, 1);
        return rarity * rarity;
    }

    static Stream<String> wordings(Question question) {
        return question.expectedPoints().stream().flatMap(ExpectedPoint::wordings);
    }

    static Stream<String> contentStems(String text, Language language) {
        return language.tokens(text).stream().filter(token -> !token.stopWord()).map(Token::stem);
    }
}
