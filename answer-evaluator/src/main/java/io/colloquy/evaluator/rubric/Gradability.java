package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether an answer may be graded at all. The first reason that holds is given; the order goes from form to content. */
final class Gradability {
    private static final int FEWEST_WORDS = 8;
    private static final int FEWEST_TO_REPEAT = 6;
    private static final int FEWEST_CONTENT_WORDS = 4;
    private static final double LEAST_CONTENT = 0.15;
    private static final double UNUSUAL_SPELLING = 3.95;
    private static final double UNUSUAL_SHARE = 0.45;
    private static final double FEWEST_STOP_WORDS = 0.2;
    private static final double MOST_REPEATED = 0.4;
    private static final double SHORT_WORDS = 3.6;
    private static final Pattern TRANSCRIPT_MARK = Pattern.compile("\\[[^\\]]{2,20}\\]");
    private static final double TRANSCRIPT_MARKS = 0.04;
    private static final double FAR = 1.6;
    private static final double IDLE = 0;
    private static final double NOT_NEAR = 0;
    private static final int MUCH = 14;
    private static final double FEWEST_POINTS = 0.15;

    private Gradability() {}

    /** Why not, by its form; empty when what it says decides. */
    static Optional<Reason> objectionToForm(Reading reading) {
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
        if (tokens.size() < FEWEST_WORDS || saysHardlyAnything(reading.answer())) {
            return Optional.of(isWhollyCopied(reading) ? Reason.COPIED_QUESTION : Reason.TOO_SHORT);
        }
        if (isOtherLanguage(reading)) {
            return Optional.of(Reason.OTHER_LANGUAGE);
        }
        return Optional.empty();
    }

    /** Why not, by what it says; for an answer whose form is none. */
    static Optional<Reason> objectionToContent(Reading reading, Findings findings) {
        if (reading.own().tokens().isEmpty() || findings.isSuspected(Reason.COPIED_QUESTION)) {
            return Optional.of(Reason.COPIED_QUESTION);
        }
        if (findings.isSuspected(Reason.KEYWORD_LIST)) {
            return Optional.of(Reason.KEYWORD_LIST);
        }
        boolean aside = isOffTopic(reading, findings);
        if (findings.isSuspected(Reason.GIBBERISH) && (!aside || findings.isSenselessRatherThanAside())) {
            return Optional.of(Reason.GIBBERISH);
        }
        return aside ? Optional.of(Reason.OFF_TOPIC) : Optional.empty();
    }

    private static boolean saysHardlyAnything(Passage answer) {
        int content = answer.contentTokens().size();
        return content < 2
                || (content < FEWEST_CONTENT_WORDS
                        && content < LEAST_CONTENT * answer.tokens().size());
    }

    private static boolean isGibberish(Reading reading) {
        List<Token> content = reading.answer().contentTokens();
        long unusual = content.stream()
                .filter(token -> !reading.vocabulary().knows(token.stem()))
                .filter(token -> token.word().chars().noneMatch(Character::isDigit))
                .filter(token -> token.word().length() > 2)
                .filter(token -> reading.language().letterPairs().cost(token.word()) > UNUSUAL_SPELLING)
                .count();
        return (unusual >= 1 && unusual >= UNUSUAL_SHARE * content.size())
                || isUnintelligible(reading)
                || isBabble(reading);
    }

    /** A transcript with many marks like [inaudible]. */
    private static boolean isUnintelligible(Reading reading) {
        long marks = TRANSCRIPT_MARK.matcher(reading.answer().text()).results().count();
        return marks >= 2
                && marks >= TRANSCRIPT_MARKS * reading.answer().tokens().size();
    }

    /** Hardly a function word, and words too short for a list of terms. */
    private static boolean isBabble(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        double length = tokens.stream()
                .mapToInt(token -> token.word().length())
                .average()
                .orElse(0);
        return tokens.size() >= FEWEST_WORDS
                && length < SHORT_WORDS
                && tokens.stream().filter(Token::stopWord).count() < FEWEST_STOP_WORDS * tokens.size();
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

    /** What is near in meaning is not. Else, where wordings are looked for, by their absence and by distance in words; else by what was learned of such answers. */
    private static boolean isOffTopic(Reading reading, Findings findings) {
        if (findings.near() >= Likeness.SAME) {
            return false;
        }
        if (!findings.coverage().isByWordings()) {
            return findings.isSuspected(Reason.OFF_TOPIC);
        }
        double distance = findings.aim().distance();
        boolean saysMuch = reading.own().contentStems().size() >= MUCH;
        boolean misses = findings.coverage().share() < FEWEST_POINTS;
        return distance > FAR || findings.aim().idleness() > IDLE || (saysMuch && misses && distance > NOT_NEAR);
    }
}
