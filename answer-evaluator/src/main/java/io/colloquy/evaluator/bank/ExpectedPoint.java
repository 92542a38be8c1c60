package io.colloquy.evaluator.bank;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a good answer covers.
 *
 * @param text the point in a few words, also shown in feedback
 * @param synonyms other wordings that count as well; compared by word stem
 */
public record ExpectedPoint(String text, List<String> synonyms) {
    public ExpectedPoint {
        synonyms = List.copyOf(synonyms);
    }

    /** Every accepted wording, the point's own text first. */
    public Stream<String> wordings() {
        return Stream.concat(Stream.of(text), synonyms.stream());
    }
}
