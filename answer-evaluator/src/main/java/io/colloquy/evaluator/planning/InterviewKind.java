package io.colloquy.evaluator.planning;

import static io.colloquy.evaluator.bank.QuestionKind.BEHAVIOURAL;
import static io.colloquy.evaluator.bank.QuestionKind.SITUATIONAL;
import static io.colloquy.evaluator.bank.QuestionKind.TECHNICAL;

import io.colloquy.evaluator.bank.QuestionKind;
import java.util.List;
import java.util.Locale;

/** What an interview is mostly about: the kinds of question that follow the introduction, in turn. */
public enum InterviewKind {
    /** Something of everything. */
    MIXED,
    /** Knowledge of the trade above all. */
    TECHNICAL_INTERVIEW,
    /** Past behaviour above all. */
    BEHAVIOURAL_INTERVIEW;

    /** As events and requests spell it: mixed, technical or behavioural; anything else is mixed. */
    public static InterviewKind of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "technical" -> TECHNICAL_INTERVIEW;
            case "behavioural", "behavioral" -> BEHAVIOURAL_INTERVIEW;
            default -> MIXED;
        };
    }

    /** The kind of the n-th question after the introduction, from 0. */
    public QuestionKind kindAt(int position) {
        return turn().get(position % turn().size());
    }

    /** Whether such an interview asks questions of that kind after the introduction. */
    boolean asks(QuestionKind kind) {
        return turn().contains(kind);
    }

    private List<QuestionKind> turn() {
        return switch (this) {
            case MIXED -> List.of(TECHNICAL, BEHAVIOURAL, SITUATIONAL, TECHNICAL);
            case TECHNICAL_INTERVIEW -> List.of(TECHNICAL, TECHNICAL, SITUATIONAL, TECHNICAL);
            case BEHAVIOURAL_INTERVIEW -> List.of(BEHAVIOURAL, SITUATIONAL, BEHAVIOURAL, BEHAVIOURAL);
        };
    }
}
