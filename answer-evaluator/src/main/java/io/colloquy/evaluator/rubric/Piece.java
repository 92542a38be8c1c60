package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of pieces that an answer is taken into when experience is asked what they are worth. */
public enum Piece {
    /** Distinct stems; function words as they stand, behind an underscore. */
    WORD(1) {
        @Override
        Set<String> of(Passage answer) {
            return answer.tokens().stream()
                    .map(token -> token.stopWord() ? "_" + token.word() : token.stem())
                    .collect(Collectors.toSet());
        }
    },
    /** Words that follow each other, a full stop for the end of a sentence. */
    PAIR(1) {
        @Override
        Set<String> of(Passage answer) {
            List<String> row = answer.sentences().stream()
                    .flatMap(
                            sentence -> Stream.concat(sentence.tokens().stream().map(Token::word), Stream.of(".")))
                    .toList();
            Set<String> pairs = new HashSet<>();
            for (int i = 1; i < row.size(); i++) {
                pairs.add(row.get(i - 1) + " " + row.get(i));
            }
            return pairs;
        }
    },
    /** Stretches of four letters: what inflections, compounds and neighbours of a word share. */
    STRETCH(3) {
        @Override
        Set<String> of(Passage answer) {
            String row = answer.tokens().stream().map(Token::word).collect(Collectors.joining(" ", " ", " "));
            Set<String> stretches = new HashSet<>();
            for (int i = LETTERS; i <= row.length(); i++) {
                stretches.add(row.substring(i - LETTERS, i));
            }
            return stretches;
        }
    };

    private static final int LETTERS = 4;

    private final double share;

    Piece(double share) {
        this.share = share;
    }

    abstract Set<String> of(Passage answer);

    /** How much pieces of this kind count beside the others; found by leaving out authors. */
    public double share() {
        return share;
    }
}
