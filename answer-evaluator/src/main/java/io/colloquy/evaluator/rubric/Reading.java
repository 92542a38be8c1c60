package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An answer taken apart beside its question: what every check and measure looks at.
 *
 * @param question as asked
 * @param answer all that the candidate said
 * @param own the same without stretches copied from the question: only this earns scores
 * @param askedStems content stems of the question's text
 * @param pointStems content stems of the expected points' wordings
 * @param jobTitle what the interview is for
 * @param groups the word groups of the answer's words
 * @param vocabulary words of work in general
 * @param language how to read
 * @param likeness how near its sentences are to question and points; nothing where it was not found out
 * @param meanings of the expected points, by their text
 */
record Reading(
        Question question,
        Passage answer,
        Passage own,
        Set<String> askedStems,
        Set<String> pointStems,
        String jobTitle,
        Map<Token, Set<Integer>> groups,
        Vocabulary vocabulary,
        Language language,
        Likeness likeness,
        Map<String, Meaning> meanings) {
    private static final int COPIED_RUN = 4;
    private static final double GENERAL_WORD = 0.35;

    static Reading of(EvaluationRequest request, Language language, Vocabulary vocabulary) {
        Question question = request.question();
        Passage asked = Passage.of(question.text(), language);
        Passage answer = Passage.of(request.answerText(), language);
        Set<Token> copied = copied(answer, asked);
        Set<String> askedStems = asked.contentStems();
        return new Reading(
                question,
                answer,
                answer.without(copied::contains),
                askedStems,
                Vocabulary.wordings(question)
                        .flatMap(text -> Vocabulary.contentStems(text, language))
                        .collect(Collectors.toUnmodifiableSet()),
                request.jobTitle(),
                groups(answer, language),
                vocabulary,
                language,
                request.likeness(),
                question.expectedPoints().stream()
                        .map(ExpectedPoint::text)
                        .distinct()
                        .collect(Collectors.toUnmodifiableMap(
                                text -> text, text -> Meaning.of(text, askedStems, vocabulary, language))));
    }

    /** What an expected point means. */
    Meaning meaningOf(ExpectedPoint point) {
        return meanings.get(point.text());
    }

    /** What a sentence of one's own says: as it stands, or without what was copied into it. */
    String statement(Sentence sentence) {
        boolean whole = answer.startingAt(sentence.start())
                .filter(it -> it.tokens().size() == sentence.tokens().size())
                .isPresent();
        String text = whole
                ? answer.text().substring(sentence.start(), sentence.end())
                : sentence.tokens().stream().map(Token::word).collect(Collectors.joining(" "));
        return TextsToCompare.cut(text);
    }

    /** The numbers of the word groups that a word of the answer belongs to. */
    Set<Integer> groupsOf(Token token) {
        return groups.getOrDefault(token, Set.of());
    }

    private static Map<Token, Set<Integer>> groups(Passage answer, Language language) {
        List<Token> tokens = answer.tokens();
        List<Set<Integer>> found = language.groups().of(tokens);
        Map<Token, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            groups.put(tokens.get(i), found.get(i));
        }
        return groups;
    }

    /** Words within a run of four or more that also stands in the question. */
    private static Set<Token> copied(Passage answer, Passage asked) {
        List<String> source = asked.tokens().stream().map(Token::word).toList();
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + COPIED_RUN <= source.size(); i++) {
            runs.add(source.subList(i, i + COPIED_RUN));
        }
        List<Token> tokens = answer.tokens();
        List<String> words = tokens.stream().map(Token::word).toList();
        Set<Token> copied = new HashSet<>();
        for (int i = 0; i + COPIED_RUN <= words.size(); i++) {
            if (runs.contains(words.subList(i, i + COPIED_RUN))) {
                copied.addAll(tokens.subList(i, i + COPIED_RUN));
            }
        }
        return copied;
    }

    /** How much of the own content speaks of the question or its points, 0 to 1; words of work in general count a little. */
    double topicality() {
        return own.contentTokens().stream()
                .mapToDouble(this::topicality)
                .average()
                .orElse(0);
    }

    double topicality(Token token) {
        if (askedStems.contains(token.stem()) || pointStems.contains(token.stem())) {
            return Math.max(GENERAL_WORD, vocabulary.specificity(token.stem()));
        }
        return vocabulary.knows(token.stem()) ? GENERAL_WORD : 0;
    }

    /** How far the answer takes up the question's own words: each counts by how much it says. */
    double takesUpQuestion() {
        Set<String> said = answer.contentStems();
        return askedStems.stream()
                .filter(said::contains)
                .mapToDouble(vocabulary::specificity)
                .sum();
    }
}
