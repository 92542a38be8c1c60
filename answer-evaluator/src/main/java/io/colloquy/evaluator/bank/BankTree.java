package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A bank as a JSON tree, which every form of a bank is read through, so that there is one set of checks and one version for
 * the same content whichever file it came in. Reading names all that is wrong, not only the first.
 */
public final class BankTree {
    private static final int VERSION_DIGITS = 16;
    private static final Set<String> BANK = Set.of("name", "language", "families", "questions");
    private static final Set<String> FAMILY = Set.of("family", "job_terms", "job_hints");
    private static final Set<String> QUESTION =
            Set.of("id", "family", "kind", "difficulty", "text", "weight", "seconds", "expected_points");
    private static final Set<String> POINT = Set.of("phrase", "synonyms");

    private BankTree() {}

    /**
     * Reads and checks; the version is that of the content.
     *
     * @param place where a question of this number, from 0, stands in the file: "line 7"
     * @throws InvalidContentException naming every offence
     */
    public static QuestionBank read(JsonNode tree, IntFunction<String> place) {
        List<String> offences = new Offences();
        Fields bank = new Fields(tree, "the bank", offences);
        bank.only(BANK);
        BankLimits.requireCounts(tree);
        QuestionBank read = new QuestionBank(
                bank.text("name"),
                "",
                bank.text("language"),
                families(bank, offences),
                questions(bank, place, offences));
        offences.addAll(BankRules.offences(read, place));
        offences.addAll(BankLimits.offences(read, place));
        if (!offences.isEmpty()) {
            throw new InvalidContentException(offences.stream().distinct().toList());
        }
        return new QuestionBank(read.name(), version(read), read.language(), read.families(), read.questions());
    }

    /** The version of a content: the same for the same, whatever its white space, order of keys or file. */
    public static String version(QuestionBank bank) {
        return ContentHash.of(write(bank)).substring(0, VERSION_DIGITS);
    }

    /** As {@link #read} takes it. */
    public static ObjectNode write(QuestionBank bank) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", bank.name()).put("language", bank.language());
        ArrayNode families = tree.putArray("families");
        bank.families().forEach(it -> {
            ObjectNode family = families.addObject().put("family", it.name());
            it.jobTerms().forEach(family.putArray("job_terms")::add);
            it.jobHints().forEach(family.putArray("job_hints")::add);
        });
        ArrayNode questions = tree.putArray("questions");
        bank.questions().forEach(it -> write(it, questions.addObject()));
        return tree;
    }

    private static void write(Question question, ObjectNode tree) {
        tree.put("id", question.id())
                .put("family", question.category())
                .put("kind", question.kind().name())
                .put("difficulty", question.difficulty())
                .put("text", question.text())
                .put("weight", question.weight())
                .put("seconds", question.seconds());
        ArrayNode points = tree.putArray("expected_points");
        question.expectedPoints().forEach(it -> {
            ObjectNode point = points.addObject().put("phrase", it.text());
            it.synonyms().forEach(point.putArray("synonyms")::add);
        });
    }

    private static List<JobFamily> families(Fields bank, List<String> offences) {
        List<JobFamily> families = new ArrayList<>();
        for (JsonNode node : bank.list("families")) {
            Fields family = new Fields(node, "families[%d]".formatted(families.size()), offences);
            family.only(FAMILY);
            families.add(new JobFamily(family.text("family"), family.texts("job_terms"), family.texts("job_hints")));
        }
        return families;
    }

    private static List<Question> questions(Fields bank, IntFunction<String> place, List<String> offences) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : bank.list("questions")) {
            Fields question = new Fields(node, place.apply(questions.size()), offences);
            question.only(QUESTION);
            questions.add(new Question(
                    question.text("id"),
                    question.text("text"),
                    question.kind(),
                    question.text("family"),
                    question.integer("difficulty"),
                    points(question, offences),
                    question.number("weight"),
                    question.integer("seconds")));
        }
        return questions;
    }

    private static List<ExpectedPoint> points(Fields question, List<String> offences) {
        List<ExpectedPoint> points = new ArrayList<>();
        for (JsonNode node : question.list("expected_points")) {
            Fields point =
                    new Fields(node, "%s, expected_points[%d]".formatted(question.place(), points.size()), offences);
            point.only(POINT);
            points.add(new ExpectedPoint(point.text("phrase"), point.texts("synonyms")));
        }
        return points;
    }
}
