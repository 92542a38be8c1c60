package io.colloquy.reports.history;

import io.colloquy.events.AnswerLabelled;
import io.colloquy.events.QuestionsPlanned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as readers see it.
 *
 * @param type the payload's record name, for example AnswerAccepted; Unreadable when the stored bytes are no event any more
 * @param actorId user id, or system
 * @param data the payload's fields; personal content opened, or null once erased
 */
public record EventView(
        long seq, String type, Instant occurredAt, String eventId, String actorId, Map<String, Object> data) {
    private static final String LABEL = AnswerLabelled.class.getSimpleName();
    private static final String PLAN = QuestionsPlanned.class.getSimpleName();

    /** The same event for a candidate: that somebody labelled an answer, but not how; labels are for calibration. */
    EventView withoutLabels() {
        return type.equals(LABEL) ? new EventView(seq, type, occurredAt, eventId, actorId, Map.of()) : this;
    }

    /** The same event for a candidate: that a plan was made and by whom, but not what it holds. */
    EventView withoutQuestionsToCome() {
        if (!type.equals(PLAN)) {
            return this;
        }
        Map<String, Object> rest = new LinkedHashMap<>(data);
        rest.remove("questions");
        return new EventView(seq, type, occurredAt, eventId, actorId, rest);
    }
}
