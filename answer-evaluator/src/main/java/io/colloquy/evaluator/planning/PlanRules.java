package io.colloquy.evaluator.planning;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.suspicion.Screening;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan by a model has to be before a candidate is asked it. Objections are words of ours: nothing of the plan or of what
 * people typed is in them, so that they can be sent back.
 */
public final class PlanRules {
    /** Languages with a list of topics; in any other no plan by a model can be checked, so none is made. */
    static final Set<String> CHECKED_LANGUAGES = Set.of("de", "en", "es", "fr");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:()\\n]+");

    private final PlanRequest request;
    private final Language language;
    private final PersonalTraces traces;
    private final List<Objection> objections = new ArrayList<>();

    private PlanRules(PlanRequest request, Language language) {
        this.request = request;
        this.language = language;
        this.traces = new PersonalTraces(request);
    }

    /**
     * Something that speaks against a plan.
     *
     * @param code stable, part of events
     * @param text for the model to read
     */
    public record Objection(String code, String text) {}

    /** Whether plans in a language (BCP 47) can be checked at all. */
    public static boolean canCheck(String language) {
        return Languages.of(language)
                .filter(it -> CHECKED_LANGUAGES.contains(it.code()))
                .isPresent();
    }

    /** Everything that speaks against asking these questions; empty when nothing does. */
    public static List<Objection> objections(List<Question> questions, PlanRequest request) {
        Language language = Languages.of(request.language()).orElseGet(Languages::english);
        PlanRules rules = new PlanRules(request, language);
        rules.checkWhole(questions);
        for (int number = 1; number <= questions.size(); number++) {
            rules.checkOne(number, questions);
        }
        return List.copyOf(rules.objections);
    }

    private void checkWhole(List<Question> questions) {
        int wanted = request.count() + request.reserves();
        if (questions.size() != wanted) {
            object("WRONG_COUNT", "expected %d questions, but there are %d".formatted(wanted, questions.size()));
        }
        String all = questions.stream()
                .map(question -> SENTENCE_END.matcher(question.text()).replaceAll(" "))
                .collect(Collectors.joining(" "));
        if (Screening.isForeign(all, request.language())) {
            object("OTHER_LANGUAGE", "expected questions in the language of the interview, but they are in another");
        }
    }

    private void checkOne(int number, List<Question> questions) {
        Question question = questions.get(number - 1);
        if (number == 1 ? question.kind() != QuestionKind.INTRODUCTION : !isAsked(question.kind())) {
            object("WRONG_KIND", "expected question %d to be of a kind of the list, but it is not".formatted(number));
        }
        if (questions.subList(0, number - 1).stream().anyMatch(other -> isNear(other.text(), question))) {
            object("DUPLICATE_QUESTION", "expected question %d to differ from those before".formatted(number));
        }
        if (question.kind() != QuestionKind.INTRODUCTION && wasAsked(question)) {
            object(
                    "ASKED_BEFORE",
                    "expected question %d to be new, but the candidate was asked nearly the same in an earlier interview"
                            .formatted(number));
        }
        for (String topic : ForbiddenTopics.in(everything(question), language)) {
            object(
                    "DISCRIMINATORY_QUESTION",
                    "expected question %d to keep away from the topic \"%s\", which nobody may be asked about"
                            .formatted(number, topic));
        }
        if (Screening.isForeign(question.text(), request.language())) {
            object("OTHER_LANGUAGE", "expected question %d in the language of the interview".formatted(number));
        }
        if (!Screening.of(parts(question).toList()).isEmpty()) {
            object(
                    "SUSPICIOUS_QUESTION",
                    "expected question %d to ask the candidate and nobody else".formatted(number));
        }
        if (traces.occurIn(question)) {
            object(
                    "PERSONAL_QUESTION",
                    "expected question %d without names, numbers and sentences of the CV or the job".formatted(number));
        }
    }

    private boolean isNear(String other, Question question) {
        return Likeness.isNear(other, question.text(), language);
    }

    /** Not asked of introductions: there are few ways to ask somebody who they are. */
    private boolean wasAsked(Question question) {
        return request.person().askedBefore().stream().anyMatch(before -> isNear(before, question));
    }

    private boolean isAsked(QuestionKind kind) {
        return request.interviewKind().asks(kind);
    }

    private static String everything(Question question) {
        return parts(question).collect(Collectors.joining(" . "));
    }

    private static Stream<String> parts(Question question) {
        return Stream.concat(
                Stream.of(question.text()), question.expectedPoints().stream().flatMap(ExpectedPoint::wordings));
    }

    private void object(String code, String text) {
        objections.add(new Objection(code, text));
    }
}
