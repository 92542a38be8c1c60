package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What would carry personal content into a question, whose words are kept open for ever, beyond the erasure of the session:
 * addresses, the candidate's name, long numbers and whole passages of the CV or the job description.
 */
final class PersonalTraces {
    private static final Pattern ADDRESS = Pattern.compile("https?:|www\\.|\\S@\\S");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LONGEST_PASSAGE = 6;
    private static final int SHORTEST_NAME = 3;

    private final Optional<String> name;
    private final List<String> sources;
    private final Set<String> passages;

    /** What a request would leave traces of. */
    PersonalTraces(PlanRequest request) {
        this.name = request.person().name();
        this.sources = Stream.of(request.person().cv(), request.jobDescription())
                .flatMap(Optional::stream)
                .toList();
        this.passages = sources.stream().flatMap(PersonalTraces::passages).collect(Collectors.toUnmodifiableSet());
    }

    boolean occurIn(Question question) {
        List<String> parts = Stream.concat(
                        Stream.of(question.text()),
                        question.expectedPoints().stream().flatMap(ExpectedPoint::wordings))
                .toList();
        String all = String.join(" . ", parts);
        return ADDRESS.matcher(all).find()
                || name.filter(it -> namesSomebody(all, it)).isPresent()
                || hasNumberOfASource(all)
                || parts.stream().flatMap(PersonalTraces::passages).anyMatch(passages::contains);
    }

    /** Some names are words as well: a capital at the beginning of a sentence is none of a name. */
    private static boolean namesSomebody(String text, String name) {
        return Arrays.stream(name.split("[\\s,.-]+"))
                .filter(part -> part.length() >= SHORTEST_NAME)
                .anyMatch(part -> Pattern.compile("(?<![.!?:]\\s)(?<!^)\\b" + Pattern.quote(part) + "\\b")
                        .matcher(text)
                        .find());
    }

    private boolean hasNumberOfASource(String text) {
        return LONG_NUMBER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .anyMatch(number -> sources.stream().anyMatch(source -> source.contains(number)));
    }

    private static Stream<String> passages(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        return IntStream.rangeClosed(0, words.size() - LONGEST_PASSAGE)
                .mapToObj(start -> String.join(" ", words.subList(start, start + LONGEST_PASSAGE)));
    }
}
