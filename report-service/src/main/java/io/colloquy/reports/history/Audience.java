package io.colloquy.reports.history;

import io.colloquy.events.AnswerLabelled;
import io.colloquy.events.CommandRejected;
import io.colloquy.events.LabelAnswer;
import io.colloquy.events.QuestionsPlanned;
import io.colloquy.events.ScoreOverridden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who reads a history. Staff are told everything. A candidate is told that people of the organisation did something and why,
 * but never who; nothing of labels, which are for calibration; and of a plan who made it, but not what it holds.
 *
 * @param staff whether the reader works for the organisation
 * @param userId the reader
 */
record Audience(boolean staff, String userId) {
    private static final String SYSTEM = "system";

    /** Stands for whoever of the organisation it was. */
    private static final String SOMEBODY = "staff";

    private static final String LABELLING = LabelAnswer.class.getSimpleName();
    private static final String PLAN = QuestionsPlanned.class.getSimpleName();
    private static final String OVERRIDE = ScoreOverridden.class.getSimpleName();

    /** The events that this reader may know of. */
    List<DecodedEvent> told(List<DecodedEvent> events) {
        return staff ? events : events.stream().filter(it -> !isOfLabels(it)).toList();
    }

    /** One of them as this reader may see it. */
    EventView shown(EventView view) {
        if (staff) {
            return view;
        }
        Map<String, Object> data = new LinkedHashMap<>(view.data());
        if (view.type().equals(PLAN)) {
            data.remove("questions");
        }
        if (view.type().equals(OVERRIDE)) {
            data.remove("reviewer_id");
        }
        return new EventView(view.seq(), view.type(), view.occurredAt(), view.eventId(), actor(view.actorId()), data);
    }

    private String actor(String actorId) {
        return actorId == null || actorId.equals(userId) || actorId.equals(SYSTEM) ? actorId : SOMEBODY;
    }

    private static boolean isOfLabels(DecodedEvent decoded) {
        return decoded.event() != null
                && switch (decoded.event().getPayload()) {
                    case AnswerLabelled labelled -> true;
                    case CommandRejected rejected -> rejected.getCommandType().equals(LABELLING);
                    default -> false;
                };
    }
}
