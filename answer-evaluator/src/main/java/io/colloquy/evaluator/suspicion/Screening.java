package io.colloquy.evaluator.suspicion;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches everything that a model would see and that people had a hand in: answer, job, question and its points. */
public final class Screening {
    /** Its name in results that end here. */
    public static final String NAME = "screening";

    /** Changes whenever it could find more or less. */
    public static final String VERSION = "1";

    private Screening() {}

    /** What was noticed; empty when nothing was. Who is asked in another language may answer in it. */
    public static Set<Finding> of(EvaluationRequest request) {
        Set<Finding> findings = of(List.of(
                request.answerText(), request.jobTitle(), request.question().text(), points(request)));
        if (isForeign(request.answerText(), request.language())
                && !isForeign(request.question().text(), request.language())) {
            findings.add(Finding.FOREIGN_PASSAGE);
        }
        return findings;
    }

    /** What was noticed in any of these texts, whatever their language. */
    public static Set<Finding> of(List<String> texts) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        texts.forEach(text -> search(text, findings));
        return findings;
    }

    /** Whether a passage of a text is in another language or script than an interview's (BCP 47). */
    public static boolean isForeign(String text, String language) {
        return ForeignPassages.occurIn(text, language);
    }

    private static String points(EvaluationRequest request) {
        return request.question().expectedPoints().stream()
                .flatMap(ExpectedPoint::wordings)
                .collect(Collectors.joining("\n"));
    }

    private static void search(String text, Set<Finding> findings) {
        if (HiddenCharacters.occurIn(text)) {
            findings.add(Finding.HIDDEN_CHARACTERS);
        }
        String visible = Letters.visible(text);
        if (Letters.mixesScripts(visible)) {
            findings.add(Finding.MIXED_SCRIPTS);
        }
        findings.addAll(FakeStructure.in(visible));
        if (EncodedText.occursIn(visible)) {
            findings.add(Finding.ENCODED_TEXT);
        }
        if (Instructions.occurIn(visible)) {
            findings.add(Finding.INSTRUCTION);
        }
    }
}
