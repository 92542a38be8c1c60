package io.colloquy.reports.labels;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.reports.content.Contents;
import io.colloquy.schemas.PersonalContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An organisation's labelled answers, in the form that {@code ./colloquy evaluate-answers} reads; what it does not know it
 * passes over. Made to be written once, each answer as it comes; of what was written only the questions are kept.
 *
 * @param answers in order; each is read when it is asked for
 * @param questions of the answers that were asked for, each once
 */
record LabelledSet(Iterator<Answer> answers, Collection<Question> questions) {
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
    static LabelledSet of(Stream<LabelledAnswer> labelled, Function<Subject, Contents> contents) {
        Map<String, Question> questions = new LinkedHashMap<>();
        Iterator<LabelledAnswer> sealed = labelled.iterator();
        return new LabelledSet(new Opened(sealed, contents, questions), questions.values());
    }

    /**
     * Opens an answer when it is asked for: a stream's iterator takes a page of answers through all of its steps at once, and
     * so would hold them all in the clear.
     */
    private static final class Opened implements Iterator<Answer> {
        private final Iterator<LabelledAnswer> sealed;
        private final Function<Subject, Contents> contents;
        private final Map<String, Question> questions;
        private Optional<Answer> next = Optional.empty();

        Opened(Iterator<LabelledAnswer> sealed, Function<Subject, Contents> contents, Map<String, Question> questions) {
            this.sealed = sealed;
            this.contents = contents;
            this.questions = questions;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && sealed.hasNext()) {
                next = open(sealed.next());
            }
            return next.isPresent();
        }

        @Override
        public Answer next() {
            if (!hasNext()) {
                throw new NoSuchElementException("Expected another answer, but that was the last");
            }
            Answer answer = next.orElseThrow();
            next = Optional.empty();
            return answer;
        }

        private Optional<Answer> open(LabelledAnswer it) {
            return contents.apply(it.subject())
                    .open(it.answer(), PersonalContent.ANSWER)
                    .map(text -> {
                        Question question = question(it.asked());
                        questions.putIfAbsent(question.id(), question);
                        return answer(it, question, text);
                    });
        }
    }

    private static Question question(LabelledAnswer.Asked asked) {
        return new Question(
                HexFormat.of()
                        .formatHex(Ids.sha256(Json.write(asked).getBytes(StandardCharsets.UTF_8)))
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
