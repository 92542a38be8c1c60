package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Order and connection. For behavioural questions the parts of a story: situation, task, action, result. */
final class Structure implements Measure {
    private static final List<String> PARTS = List.of("situation", "task", "action", "result");

    @Override
    public Measurement of(Reading reading, Findings findings) {
        Measurement form = form(reading);
        return new Measurement(findings.serving(form.value()), form.evidence(), form.rationale());
    }

    /** The order of the answer as such, whatever it is worth. */
    static Measurement form(Reading reading) {
        return reading.question().kind() == QuestionKind.BEHAVIOURAL ? story(reading) : argument(reading);
    }

    private static Measurement story(Reading reading) {
        Passage own = reading.own();
        List<String> found = PARTS.stream()
                .filter(part -> Markers.distinct(part, own, reading.language()) > 0)
                .toList();
        double value = 0.7 * found.size() / PARTS.size() + 0.3 * length(own);
        String rationale = found.isEmpty()
                ? "No situation, task, action or result could be made out."
                : "Found: %s.".formatted(String.join(", ", found));
        return new Measurement(value, sentencesWith(PARTS, own, reading.language()), rationale);
    }

    private static Measurement argument(Reading reading) {
        Passage own = reading.own();
        long connectives = Markers.distinct("connectives", own, reading.language());
        boolean example = Markers.distinct("examples", own, reading.language()) > 0;
        double value = 0.45 * length(own) + 0.4 * Math.min(1, connectives / 5.0) + (example ? 0.15 : 0.05);
        String rationale = "%d sentences, %d connecting words%s."
                .formatted(own.sentences().size(), connectives, example ? ", an example" : "");
        return new Measurement(
                value, sentencesWith(List.of("connectives", "examples"), own, reading.language()), rationale);
    }

    /** One sentence is no structure, five can be; speech without full stops counts by its words. */
    private static double length(Passage own) {
        double bySentences = own.sentences().size() / 5.0;
        double byWords = own.tokens().size() / 100.0;
        return Math.min(1, Math.max(bySentences, byWords));
    }

    private static List<Sentence> sentencesWith(List<String> markers, Passage own, Language language) {
        List<Sentence> found = Stream.concat(
                        markers.stream()
                                .flatMap(marker -> own.sentences().stream()
                                        .filter(sentence -> Markers.has(marker, sentence, language))
                                        .limit(1)),
                        own.sentences().stream().limit(1))
                .distinct()
                .collect(Collectors.toList());
        return found;
    }
}
