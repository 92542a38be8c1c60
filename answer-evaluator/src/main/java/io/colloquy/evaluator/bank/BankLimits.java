package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** How large the parts of an organisation's bank may be, and what its names may be made of. */
final class BankLimits {
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_FAMILIES = 50;
    private static final int MOST_TERMS = 200;
    private static final int MOST_POINTS = 40;
    private static final int MOST_SYNONYMS = 60;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_WORDING = 300;
    private static final int LONGEST_QUESTION = 2_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private BankLimits() {}

    /**
     * Before anything else is looked at: some checks hold each question against each family.
     *
     * @throws InvalidContentException when there are too many of either
     */
    static void requireCounts(JsonNode tree) {
        List<String> offences = new ArrayList<>();
        most(offences, "questions", tree.path("questions").size(), MOST_QUESTIONS);
        most(offences, "families", tree.path("families").size(), MOST_FAMILIES);
        if (!offences.isEmpty()) {
            throw new InvalidContentException(offences);
        }
    }

    /** What else is too large or badly named. */
    static List<String> offences(QuestionBank bank, IntFunction<String> place) {
        List<String> offences = new ArrayList<>();
        within(offences, "the name", bank.name(), 1, LONGEST_NAME);
        if (!LANGUAGE.matcher(bank.language()).matches()) {
            offences.add("Expected the language as a BCP 47 tag, but it is '%s'".formatted(Shown.of(bank.language())));
        }
        Set<String> names = new HashSet<>();
        bank.families().forEach(family -> checkFamily(family, names, offences));
        for (int i = 0; i < bank.questions().size(); i++) {
            checkQuestion(bank.questions().get(i), place.apply(i), offences);
        }
        return offences;
    }

    private static void checkFamily(JobFamily family, Set<String> names, List<String> offences) {
        String what = "the family '%s'".formatted(Shown.of(family.name()));
        name(offences, what, family.name());
        if (!names.add(family.name())) {
            offences.add("Expected unique families, but '%s' occurs twice".formatted(Shown.of(family.name())));
        }
        most(
                offences,
                "words of " + what,
                family.jobTerms().size() + family.jobHints().size(),
                MOST_TERMS);
        family.jobTerms().forEach(term -> within(offences, "a word of " + what, term, 1, LONGEST_WORDING));
        family.jobHints().forEach(term -> within(offences, "a word of " + what, term, 1, LONGEST_WORDING));
    }

    private static void checkQuestion(Question question, String place, List<String> offences) {
        name(offences, "the id of " + place, question.id());
        within(offences, "the text of " + place, question.text(), 0, LONGEST_QUESTION);
        most(offences, "points of " + place, question.expectedPoints().size(), MOST_POINTS);
        question.expectedPoints().forEach(point -> {
            most(offences, "synonyms of a point of " + place, point.synonyms().size(), MOST_SYNONYMS);
            point.wordings().forEach(wording -> within(offences, "a wording of " + place, wording, 0, LONGEST_WORDING));
        });
    }

    private static void name(List<String> offences, String what, String name) {
        if (!NAME.matcher(name).matches()) {
            offences.add("Expected %s to be 1 to 64 letters, digits, dots, hyphens and underscores, but it is '%s'"
                    .formatted(what, Shown.of(name)));
        }
    }

    private static void within(List<String> offences, String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            offences.add("Expected %s to have %d to %d characters, but it has %d"
                    .formatted(what, least, most, text.length()));
        }
    }

    private static void most(List<String> offences, String what, int count, int most) {
        if (count > most) {
            offences.add("Expected at most %d %s, but there are %d".formatted(most, what, count));
        }
    }
}
