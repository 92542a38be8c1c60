package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.ContentHash;
import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Languages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plans from a question bank: the introduction, then the kinds of the interview in turn, from the job's family first and from
 * the general one where that is used up, in rising difficulty; fewer than asked for where the bank has no more. Reserves are of the same kinds, of a difficulty that the kind
 * does not have yet where there is one, and fewer where the bank is used up. What the candidate was asked before is asked again
 * only where the kind has nothing else, the longest ago first. Stateless and thread-safe.
 */
public final class BankPlanner implements Planner {
    /** What chains call planning from a bank, whichever it is. */
    public static final String NAME = "built-in-bank";

    private final List<QuestionBank> banks;

    /** Plans from this bank, whatever the language of an interview. */
    public BankPlanner(QuestionBank bank) {
        this(List.of(bank));
    }

    private BankPlanner(List<QuestionBank> banks) {
        this.banks = List.copyOf(banks);
    }

    /** Plans from the built-in banks: in the interview's language where there is one, else in English. */
    public static BankPlanner builtIn() {
        return new BankPlanner(BankReader.everyBuiltIn());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The plan of a request; always the same for the same request and bank. */
    @Override
    public Plan plan(PlanRequest request) {
        QuestionBank bank = bankFor(request.language());
        Choice choice = new Choice(
                bank,
                request.sessionId(),
                family(bank, request),
                request.person().askedBefore());
        List<Question> chosen = new ArrayList<>();
        choice.next(QuestionKind.INTRODUCTION, chosen).ifPresent(chosen::add);
        IntStream.range(0, request.count() - 1)
                .mapToObj(request.interviewKind()::kindAt)
                .forEach(kind -> choice.next(kind, chosen).ifPresent(chosen::add));
        chosen.subList(1, chosen.size()).sort(Comparator.comparingInt(Question::difficulty));
        IntStream.range(0, request.reserves())
                .mapToObj(request.interviewKind()::kindAt)
                .forEach(kind -> choice.reserve(kind, chosen).ifPresent(chosen::add));
        return new Plan(chosen, choice.family(), bank.language(), bank.version(), bank.name(), ModelCall.NONE);
    }

    /** The job family of a request. */
    public String family(PlanRequest request) {
        return family(bankFor(request.language()), request);
    }

    private static String family(QuestionBank bank, PlanRequest request) {
        Language language = Languages.of(bank.language()).orElseGet(Languages::english);
        return JobFamilies.match(bank.families(), request.jobTitle(), request.jobDescription(), language);
    }

    private QuestionBank bankFor(String language) {
        String wanted = Locale.forLanguageTag(language).getLanguage();
        return banks.stream()
                .filter(bank ->
                        Locale.forLanguageTag(bank.language()).getLanguage().equals(wanted))
                .findFirst()
                .orElse(banks.getFirst());
    }

    /** What is taken from a bank for one session. */
    private record Choice(QuestionBank bank, String sessionId, String family, List<String> askedBefore) {
        Optional<Question> next(QuestionKind kind, List<Question> chosen) {
            return Stream.concat(newFirst(ofKind(kind)), newFirst(others()))
                    .filter(question -> !chosen.contains(question))
                    .findFirst();
        }

        /** Of the difficulty that is rarest among those of the kind; none where the kind is used up. */
        Optional<Question> reserve(QuestionKind kind, List<Question> chosen) {
            return ofKind(kind)
                    .filter(question -> !chosen.contains(question))
                    .min(Comparator.comparingInt(this::recency).thenComparingLong(question -> alike(question, chosen)));
        }

        private static long alike(Question question, List<Question> chosen) {
            return chosen.stream()
                    .filter(other -> other.kind() == question.kind() && other.difficulty() == question.difficulty())
                    .count();
        }

        private Stream<Question> newFirst(Stream<Question> questions) {
            return questions.sorted(Comparator.comparingInt(this::recency));
        }

        /** 0 for what was not asked before, else the greater the later it was. */
        private int recency(Question question) {
            int place = askedBefore.indexOf(question.text());
            return place < 0 ? 0 : askedBefore.size() - place;
        }

        /** Best first: in the family, then in general. */
        private Stream<Question> ofKind(QuestionKind kind) {
            return Stream.concat(
                    shuffled(bank.questions(family, kind)), shuffled(bank.questions(JobFamily.GENERAL, kind)));
        }

        /** Any other kind but another introduction. */
        private Stream<Question> others() {
            Stream<Question> others = Stream.of(family, JobFamily.GENERAL)
                    .flatMap(name -> Stream.of(QuestionKind.values())
                            .filter(other -> other != QuestionKind.INTRODUCTION)
                            .flatMap(other -> bank.questions(name, other).stream()));
            return shuffled(others.toList());
        }

        /** By the hash of session and question: a choice that needs no generator and hardly moves when the bank grows. */
        private Stream<Question> shuffled(List<Question> questions) {
            return questions.stream()
                    .sorted(Comparator.comparing(question -> ContentHash.sha256(sessionId + '/' + question.id())));
        }
    }
}
