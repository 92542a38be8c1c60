package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Token;
import java.util.BitSet;
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
    private static final int FEWEST_OWN_STEMS = 5;
    private static final double MOST_REPEATED = 0.4;
    private static final int FEW_OWN_STEMS = 8;
    private static final int FEWEST_TAKEN = 2;
    private static final double MOST_TAKEN = 0.5;
    private static final double UNSTUFFED = 2;
    private static final double DENIED = 4.6;
    private static final double SHORT_WORDS = 3.6;
    private static final Pattern TRANSCRIPT_MARK = Pattern.compile("\\[[^\\]]{2,20}\\]");
    private static final double TRANSCRIPT_MARKS = 0.04;
    private static final double FEWEST_BREAKS = 0.02;
    private static final double BREAKS_FOR_DISTANCE = 50;
    private static final double SALAD = 1.9;
    private static final double FAR = 1.6;
    private static final double IDLE = 0;
    private static final double NOT_NEAR = 0;
    private static final int MUCH = 14;
    private static final double FEWEST_POINTS = 0.15;

    private Gradability() {}

    /** Why not; empty when it may be graded. */
    static Optional<Reason> objection(Reading reading, Findings findings) {
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
        if (isCopied(reading)) {
            return Optional.of(Reason.COPIED_QUESTION);
        }
        if (isKeywordList(reading)) {
            return Optional.of(Reason.KEYWORD_LIST);
        }
        if (isWordSalad(reading, findings.aim())) {
            return Optional.of(Reason.GIBBERISH);
        }
        return isOffTopic(reading, findings) ? Optional.of(Reason.OFF_TOPIC) : Optional.empty();
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

    /** Words that exist, in an order that hardly does, about this and that. */
    private static boolean isWordSalad(Reading reading, Aim aim) {
        double breaks = Grammar.breaks(reading.answer(), reading.language());
        return breaks > FEWEST_BREAKS && aim.idleness() + BREAKS_FOR_DISTANCE * breaks > SALAD;
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

    /** Hardly a content word that the question did not bring; words about asking and answering are none. */
    private static boolean isCopied(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        BitSet asking = reading.language().phrases("asking").coveredIn(tokens);
        Set<String> own = new HashSet<>();
        int taken = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (reading.askedStems().contains(token.stem())) {
                taken += token.stopWord() ? 0 : 1;
            } else if (!token.stopWord() && !asking.get(i)) {
                own.add(token.stem());
            }
        }
        int content = reading.answer().contentTokens().size();
        boolean saysNothing = own.size() < FEWEST_OWN_STEMS && taken + own.size() >= 0.4 * content;
        boolean saysLittle = own.size() < FEW_OWN_STEMS && taken >= MOST_TAKEN * content;
        return taken >= FEWEST_TAKEN && (saysNothing || saysLittle);
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

    /**
     * Sentences need function words; terms between commas have none, hardly a full stop, deny nothing and are praised by
     * commonplaces. Short notes of somebody who knows end now and then, and have a "not" or a "don't" somewhere. The weights were fitted to labelled answers and rounded.
     */
    private static boolean isKeywordList(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        double function = (double) tokens.stream().filter(Token::stopWord).count() / tokens.size();
        double listed = Grammar.listed(reading.answer(), reading.language());
        double vague =
                (double) reading.language().phrases("vague").coveredIn(tokens).cardinality() / tokens.size();
        double denied = reading.language().phrases("negation").occurIn(tokens) ? DENIED : 0;
        double commas = Grammar.commasOverStops(reading.answer());
        return 2.8 * listed - 10.4 * function + 8 * vague + 11.6 * commas + UNSTUFFED > denied;
    }

    /** What is near in meaning is not. Else, where wordings are looked for, by their absence and by distance in words; else by what was learned of such answers. */
    private static boolean isOffTopic(Reading reading, Findings findings) {
        if (findings.near() >= Likeness.SAME) {
            return false;
        }
        if (!findings.coverage().isByWordings()) {
            return findings.aside();
        }
        double distance = findings.aim().distance();
        boolean saysMuch = reading.own().contentStems().size() >= MUCH;
        boolean misses = findings.coverage().share() < FEWEST_POINTS;
        return distance > FAR || findings.aim().idleness() > IDLE || (saysMuch && misses && distance > NOT_NEAR);
    }
}
