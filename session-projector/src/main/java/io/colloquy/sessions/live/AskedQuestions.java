package io.colloquy.sessions.live;

import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.SessionModel;
import java.util.Optional;

/**
 * What a candidate was asked in all interviews of an organisation, so that the next one asks something else. Their sessions are
 * spread over partitions that are read in no order between them: each question is added on its own. Texts of questions are not
 * personal content and stay when a session is erased.
 */
final class AskedQuestions {
    /** Texts kept of each candidate; the oldest go first. */
    static final int MOST = 60;
    /** Longer texts are not kept: no bank has any, and this bounds what a start carries. */
    static final int LONGEST = 2_000;

    private AskedQuestions() {}

    /**
     * What an event adds.
     *
     * @param session after the event, or after a later one
     */
    static Optional<LiveWrite> of(SessionModel session, RecordedEvent recorded) {
        String candidate = session.opening().candidateId();
        if (candidate == null || !(recorded.event() instanceof Event.QuestionAsked asked)) {
            return Optional.empty();
        }
        return session.questions().stream()
                .filter(it -> it.questionId().equals(asked.questionId()))
                .map(QuestionModel::plan)
                .map(QuestionModel.Plan::text)
                .filter(text -> text.length() <= LONGEST)
                .findFirst()
                .map(text -> new LiveWrite.Remember(
                        LiveKeys.asked(session.opening().organisationId(), candidate),
                        text,
                        recorded.occurredAt(),
                        MOST,
                        LiveKeyspace.ASKED_KEPT));
    }
}
