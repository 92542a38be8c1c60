package io.colloquy.reports.labels;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.schemas.PersonalContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An organisation's labelled answers, in the form that {@code ./colloquy evaluate-answers} reads; what it does not know it
 * passes over.
 */
record LabelledSet(List<Question> questions, List<Answer> answers) {
    private static final int ID_CHARACTERS = 16;

    /**
     * A question.
     *
     * @param id the same for the same question of several sessions
     * @param jobDescription what evaluators are told of the job: its title
     */
    record Question(
            String id, String language, String jobDescription, String kind, String text, List<Point> expectedPoints) {}

    /** Something that a good answer covers. */
    record Point(String text) {}

    /**
     * An answer.
     *
     * @param label of most people
     * @param labels of each of them
     */
    record Answer(String id, String questionId, String label, String text, String sessionId, List<Said> labels) {}

    /** What one person says. */
    record Said(String label, String labellerId, Instant at) {}

    /** Opens the answers; those that do not open any more are left out. */
    static LabelledSet of(List<LabelledAnswer> labelled, ContentOpener opener) {
        Map<String, Question> questions = new LinkedHashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (LabelledAnswer it : labelled) {
            opener.of(it.subject(), false)
                    .open(it.answer(), PersonalContent.ANSWER)
                    .ifPresent(text -> {
                        Question question = question(it.asked());
                        questions.putIfAbsent(question.id(), question);
                        answers.add(answer(it, question, text));
                    });
        }
        return new LabelledSet(List.copyOf(questions.values()), List.copyOf(answers));
    }

    private static Question question(LabelledAnswer.Asked asked) {
        return new Question(
                HexFormat.of()
                        .formatHex(Ids.sha256(Json.write(asked).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .substring(0, ID_CHARACTERS),
                asked.language(),
                asked.jobTitle(),
                asked.kind().toLowerCase(Locale.ROOT),
                asked.text(),
                asked.expectedPoints().stream().map(Point::new).toList());
    }

    private static Answer answer(LabelledAnswer it, Question question, String text) {
        return new Answer(
                it.id(),
                question.id(),
                it.label().wireName(),
                text,
                it.subject().sessionId(),
                it.said().stream()
                        .map(row -> new Said(row.label().wireName(), row.labellerId(), row.at()))
                        .toList());
    }
}
