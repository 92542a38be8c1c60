package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.rubric.Evaluation.Reason;

/** What is said to people about an answer that was not graded; never a word of the answer. */
public final class Messages {
    private Messages() {}

    /** One sentence for the reason. */
    public static String of(Reason reason) {
        return switch (reason) {
            case EMPTY -> "Expected an answer, but it has no words";
            case TOO_SHORT -> "Expected a few sentences, but the answer is too short to judge";
            case GIBBERISH -> "Expected words, but most of the answer cannot be recognised as any";
            case OTHER_LANGUAGE -> "Expected an answer in the interview's language, but it is in another one";
            case COPIED_QUESTION -> "Expected an answer, but it hardly says more than the question";
            case REPETITIVE -> "Expected an answer, but it repeats the same words again and again";
            case KEYWORD_LIST -> "Expected sentences, but the answer is a row of terms";
            case OFF_TOPIC -> "Expected an answer to the question, but it speaks of something else";
            case POOR_TRANSCRIPT ->
                "Expected an answer that could be understood, but the transcript is poor and was left as it came";
            case ERASED -> "Expected an answer, but its content has been erased";
        };
    }
}
