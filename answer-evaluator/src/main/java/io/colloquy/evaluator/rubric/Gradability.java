package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether an answer may be graded at all. The first reason that holds is given; the order goes from form to content. */
final class Gradability {
    private static final int FEWEST_WORDS = 8;
    private static final int FEWEST_TO_REPEAT = 6;
    private static final int FEWEST_CONTENT_WORDS = 4;
    private static final double UNUSUAL_SPELLING = 3.95;
    private static final double UNUSUAL_SHARE = 0.45;
    private static final double FEWEST_STOP_WORDS = 0.2;
    private static final int FEWEST_OWN_STEMS = 5;
    private static final double MOST_REPEATED = 0.4;
    private static final double LEAST_TOPICALITY = 0.06;
    private static final double ENOUGH_TOPICALITY = 0.14;
    private static final int MUCH = 14;
    private static final double ENOUGH_TAKEN_UP = 0.5;
    private static final double FEWEST_POINTS = 0.15;

    private Gradability() {}

    /** Why not; empty when it may be graded. */
    static Optional<Reason> objection(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        if (tokens.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        if (isGibberish(reading)) {
            return Optional.of(Reason.GIBBERISH);
        }
        if (tokens.size() >= FEWEST_TO_REPEAT && isRepetitive(reading.answer())) {
            return Optional.of(Reason.REPETITIVE);
        }
        if (tokens.size() < FEWEST_WORDS || reading.answer().contentTokens().size() < FEWEST_CONTENT_WORDS) {
            return Optional.of(isWhollyCopied(reading) ? Reason.COPIED_QUESTION : Reason.TOO_SHORT);
        }
        if (isOtherLanguage(reading)) {
            return Optional.of(Reason.OTHER_LANGUAGE);
        }
        if (isCopied(reading)) {
            return Optional.of(Reason.COPIED_QUESTION);
        }
        if (isKeywordList(reading)) {
            return Optional.of(Reason.KEYWORD_LIST);
        }
        return isOffTopic(reading) ? Optional.of(Reason.OFF_TOPIC) : Optional.empty();
    }

    private static boolean isGibberish(Reading reading) {
        List<Token> content = reading.answer().contentTokens();
        long unusual = content.stream()
                .filter(token -> !reading.vocabulary().knows(token.stem()))
                .filter(token -> token.word().chars().noneMatch(Character::isDigit))
                .filter(token -> token.word().length() > 2)
                .filter(token -> reading.language().letterPairs().cost(token.word()) > UNUSUAL_SPELLING)
                .count();
        return unusual >= 1 && unusual >= UNUSUAL_SHARE * content.size();
    }

    private static boolean isOtherLanguage(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        double here = share(tokens, reading.language().stopWords());
        return reading.language().otherLanguages().entrySet().stream()
                .map(Map.Entry::getValue)
                .anyMatch(words -> share(tokens, words) > Math.max(0.15, here));
    }

    private static double share(List<Token> tokens, Set<String> words) {
        return (double) tokens.stream()
                        .filter(token -> words.contains(token.word()))
                        .count()
                / tokens.size();
    }

    /** Hardly a content word that the question did not bring. */
    private static boolean isCopied(Reading reading) {
        Set<String> own = new HashSet<>(reading.answer().contentStems());
        boolean takesUp = own.removeAll(reading.askedStems());
        int all = reading.answer().contentStems().size();
        return takesUp && own.size() < FEWEST_OWN_STEMS && own.size() <= 0.5 * all;
    }

    private static boolean isWhollyCopied(Reading reading) {
        Set<String> said = reading.answer().contentStems();
        return said.size() > 1 && reading.askedStems().containsAll(said);
    }

    /** The share of three-word runs that came before. */
    private static boolean isRepetitive(Passage answer) {
        List<String> words = answer.tokens().stream().map(Token::word).toList();
        Set<List<String>> runs = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i + 3 <= words.size(); i++) {
            if (!runs.add(words.subList(i, i + 3))) {
                repeated++;
            }
        }
        long distinct = words.stream().distinct().count();
        return repeated > MOST_REPEATED * (words.size() - 2) || distinct < 0.25 * Math.min(words.size(), 60);
    }

    /** Sentences need function words, and other ones than "and". */
    private static boolean isKeywordList(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        Set<String> separators = Set.copyOf(reading.language().phrases("separators"));
        long grammar = tokens.stream()
                .filter(token -> token.stopWord() && !separators.contains(token.word()))
                .count();
        return grammar < FEWEST_STOP_WORDS * tokens.size();
    }

    /** Hardly a word of work; or much said, but neither the question's words nor its points. */
    private static boolean isOffTopic(Reading reading) {
        boolean speaksOfQuestion = reading.takesUpQuestion() >= ENOUGH_TAKEN_UP
                || reading.question().kind() == QuestionKind.INTRODUCTION;
        if (reading.topicality() < (speaksOfQuestion ? LEAST_TOPICALITY : ENOUGH_TOPICALITY)) {
            return true;
        }
        boolean saysMuch = reading.own().contentStems().size() >= MUCH;
        return saysMuch && !speaksOfQuestion && Coverage.of(reading).share() < FEWEST_POINTS;
    }
}
