package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Phrases;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far an answer aims at its question and job, and how far at something else: words of the question, of its points and of
 * the job's field on one side; leisure and other fields of work on the other.
 *
 * @param topic mean closeness of the content words to question, points and job, 0 to 1
 * @param points how much of the expected points is said anywhere, 0 to 1
 * @param named how much of question and points is said in their own words, 0 to 1
 * @param naming share of the content words that are words of question, points or job
 * @param leisure share of words of leisure, unless question or job bring such
 * @param elsewhere share of words of other fields of work
 */
record Aim(double topic, double points, double named, double naming, double leisure, double elsewhere) {
    private static final List<String> FIELDS = List.of("it", "data", "sales", "support", "health", "operations");
    private static final double OF_THE_JOB = 0.7;
    private static final double OF_THE_FIELD = 0.5;
    private static final double OF_WORK = 0.3;
    private static final double ON_TOPIC = 0.6;
    private static final int FEWEST_OF_A_FIELD = 3;
    private static final double UNKNOWN_FIELD = 0.5;

    static Aim of(Reading reading) {
        Passage answer = reading.answer();
        List<Token> tokens = answer.tokens();
        Language language = reading.language();
        Fields fields = Fields.of(reading);
        List<Term> terms =
                new ArrayList<>(Term.of(reading.question().text(), Set.of(), reading.vocabulary(), language));
        reading.question()
                .expectedPoints()
                .forEach(point -> terms.addAll(reading.meaningOf(point).terms()));
        List<Term> job = Term.of(reading.jobTitle(), Set.of(), reading.vocabulary(), language);
        BitSet here = fields.coveredHere(tokens);
        BitSet elsewhere = fields.coveredElsewhere(tokens);
        BitSet work = language.phrases("people").coveredIn(tokens);
        BitSet leisure = language.phrases("leisure").coveredIn(tokens);
        double topic = 0;
        double naming = 0;
        int content = 0;
        int idle = 0;
        int other = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.stopWord()) {
                continue;
            }
            double close = Math.max(best(terms, token, reading), OF_THE_JOB * best(job, token, reading));
            close = here.get(i) ? Math.max(OF_THE_FIELD, close) : close;
            close = work.get(i) ? Math.max(OF_WORK, close) : close;
            topic += close;
            naming += reading.vocabulary().isEveryday(token.stem())
                    ? 0
                    : Math.max(literally(terms, token), literally(job, token));
            content++;
            idle += leisure.get(i) && close < ON_TOPIC ? 1 : 0;
            other += elsewhere.get(i) ? 1 : 0;
        }
        double all = Math.max(1, content);
        double known = fields.known() ? 1 : UNKNOWN_FIELD;
        return new Aim(
                topic / all,
                points(reading),
                named(terms, tokens),
                naming / all,
                known * idle / all,
                known * other / all);
    }

    /** How far the answer is from its question, about -5 to 5; fitted to labelled answers, also to other questions, and rounded. */
    double distance() {
        return 2.25 + 20 * leisure + 13 * elsewhere - 8 * topic - 5 * points - 5 * named - 4 * naming;
    }

    /** Above 0 when it speaks more of leisure and other fields than of its question; fitted likewise. */
    double idleness() {
        return 22 * leisure + 16 * elsewhere - 6 * topic - 5.5 * points - 0.35;
    }

    /** The distance as a factor: 1 near, towards 0 far away. */
    double nearness() {
        return 1 / (1 + Math.exp(1.5 * (distance() - 1.8)));
    }

    private static double named(List<Term> terms, List<Token> tokens) {
        double found = terms.stream()
                .mapToDouble(term -> term.weight()
                        * tokens.stream()
                                .mapToDouble(token -> term.similarity(token, Set.of()))
                                .max()
                                .orElse(0))
                .sum();
        return found / Math.max(1, terms.stream().mapToDouble(Term::weight).sum());
    }

    private static double literally(List<Term> terms, Token token) {
        return terms.stream()
                .mapToDouble(term -> term.similarity(token, Set.of()))
                .max()
                .orElse(0);
    }

    private static double points(Reading reading) {
        return reading.question().expectedPoints().stream()
                .mapToDouble(point -> reading.meaningOf(point).strengthIn(reading))
                .average()
                .orElse(0);
    }

    private static double best(List<Term> terms, Token token, Reading reading) {
        return terms.stream()
                .mapToDouble(term -> Math.min(1, term.weight() + 0.2) * term.similarity(token, reading.groupsOf(token)))
                .max()
                .orElse(0);
    }

    /** The fields of work that question, points and job belong to, and the others. */
    private record Fields(List<Phrases> here, List<Phrases> others, boolean known) {
        static Fields of(Reading reading) {
            List<Token> tokens = Stream.concat(
                            Stream.of(reading.question().text(), reading.jobTitle()),
                            reading.question().expectedPoints().stream().map(ExpectedPoint::text))
                    .flatMap(text -> Passage.of(text, reading.language()).sentences().stream())
                    .map(Sentence::tokens)
                    .flatMap(List::stream)
                    .toList();
            Map<String, Integer> found = new HashMap<>();
            FIELDS.forEach(field -> found.put(
                    field, reading.language().phrases(field).coveredIn(tokens).cardinality()));
            int most = found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            Map<Boolean, List<Phrases>> sides = FIELDS.stream()
                    .collect(Collectors.partitioningBy(
                            field -> most > 0 && 2 * found.get(field) >= most,
                            Collectors.mapping(field -> reading.language().phrases(field), Collectors.toList())));
            return new Fields(sides.get(true), sides.get(false), most >= FEWEST_OF_A_FIELD);
        }

        BitSet coveredHere(List<Token> tokens) {
            return covered(here, tokens);
        }

        BitSet coveredElsewhere(List<Token> tokens) {
            BitSet covered = covered(others, tokens);
            covered.andNot(coveredHere(tokens));
            return covered;
        }

        private static BitSet covered(List<Phrases> fields, List<Token> tokens) {
            BitSet covered = new BitSet(tokens.size());
            fields.forEach(field -> covered.or(field.coveredIn(tokens)));
            return covered;
        }
    }
}
