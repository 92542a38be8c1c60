package io.colloquy.evaluator.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What a bank has to be before an interview may rest on it. */
final class BankRules {
    private BankRules() {}

    /** Every offence, in the order of the bank; empty when it is sound. */
    static List<String> offences(QuestionBank bank) {
        return offences(bank, "questions[%d]"::formatted);
    }

    /**
     * The same.
     *
     * @param place where the question of this number, from 0, stands in its file
     */
    static List<String> offences(QuestionBank bank, IntFunction<String> place) {
        List<String> offences = new ArrayList<>();
        Set<String> families = bank.families().stream().map(JobFamily::name).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < bank.questions().size(); i++) {
            Question question = bank.questions().get(i);
            int before = offences.size();
            if (!ids.add(question.id())) {
                offences.add("Expected unique question ids, but '%s' occurs twice".formatted(question.id()));
            }
            if (!texts.add(question.text().strip().toLowerCase(Locale.ROOT))) {
                offences.add("Expected unique question texts, but that of '%s' occurs twice".formatted(question.id()));
            }
            if (!families.contains(question.category())) {
                offences.add("Expected question '%s' to belong to one of %s, but its family is '%s'"
                        .formatted(
                                question.id(),
                                families.stream().map(Shown::of).sorted().toList(),
                                question.category()));
            }
            checkQuestion(question, offences);
            String where = place.apply(i);
            offences.subList(before, offences.size()).replaceAll(offence -> offence + " (" + where + ")");
        }
        checkGeneralFamily(bank, offences);
        return offences;
    }

    private static void checkQuestion(Question question, List<String> offences) {
        String id = question.id();
        if (question.text().isBlank()) {
            offences.add("Expected question '%s' to have a text, but it is blank".formatted(id));
        }
        if (question.difficulty() < 1 || question.difficulty() > 5) {
            offences.add("Expected the difficulty of question '%s' to be 1 to 5, but it is %d"
                    .formatted(id, question.difficulty()));
        }
        if (!(question.weight() > 0 && question.weight() <= 10)) {
            offences.add("Expected the weight of question '%s' to be above 0 and at most 10, but it is %s"
                    .formatted(id, question.weight()));
        }
        if (question.seconds() < 15 || question.seconds() > 1800) {
            offences.add("Expected question '%s' to suggest 15 to 1800 seconds, but it suggests %d"
                    .formatted(id, question.seconds()));
        }
        if (question.expectedPoints().size() < 3) {
            offences.add("Expected question '%s' to have at least 3 expected points, but it has %d"
                    .formatted(id, question.expectedPoints().size()));
        }
        if (question.expectedPoints().stream().flatMap(ExpectedPoint::wordings).anyMatch(String::isBlank)) {
            offences.add("Expected the points of question '%s' to have words, but one is blank".formatted(id));
        }
    }

    private static void checkGeneralFamily(QuestionBank bank, List<String> offences) {
        for (QuestionKind kind : QuestionKind.values()) {
            if (bank.questions(JobFamily.GENERAL, kind).isEmpty()) {
                offences.add("Expected the family '%s' to have a question of kind %s, but it has none"
                        .formatted(JobFamily.GENERAL, kind));
            }
        }
    }
}
