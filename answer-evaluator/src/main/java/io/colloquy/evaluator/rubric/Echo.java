package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Token;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far an answer gives the question back. Words about asking and answering are nothing of one's own.
 *
 * @param given share of the question's content stems that come back, 0 to 1
 * @param taken share of the content words that are the question's, 0 to 1
 * @param own number of distinct content stems that the question did not bring
 */
record Echo(double given, double taken, int own) {
    static Echo of(Reading reading) {
        List<Token> tokens = reading.answer().tokens();
        BitSet asking = reading.language().phrases("asking").coveredIn(tokens);
        Set<String> own = new HashSet<>();
        Set<String> given = new HashSet<>();
        int taken = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (reading.askedStems().contains(token.stem())) {
                taken += token.stopWord() ? 0 : 1;
                given.add(token.stem());
            } else if (!token.stopWord() && !asking.get(i)) {
                own.add(token.stem());
            }
        }
        return new Echo(
                (double) given.size() / Math.max(1, reading.askedStems().size()),
                (double) taken / Math.max(1, reading.answer().contentTokens().size()),
                own.size());
    }
}
