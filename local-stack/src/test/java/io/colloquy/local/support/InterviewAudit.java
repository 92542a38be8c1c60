package io.colloquy.local.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.AnswerAccepted;
import io.colloquy.events.AnswerScored;
import io.colloquy.events.FrameReading;
import io.colloquy.events.NeedsHuman;
import io.colloquy.events.NotGradable;
import io.colloquy.events.SessionEvent;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.demo.Interview;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Holds the client's own journal of one interview against the log and the read model.
 *
 * @param answersAcknowledged by the journal
 * @param answersLost of these, how many the log does not have
 * @param outcomesMissing accepted answers without an outcome
 * @param outcomesDoubled outcomes beyond the first of an answer
 * @param framesAcknowledged by the journal
 * @param framesLost of these, how many have neither a reading nor a reason
 * @param readingsDoubled rows beyond the first of a frame in the read model
 * @param readingsRepeated records beyond the first of a frame on the topic, where there may be some
 * @param notRead why frames were not read
 */
public record InterviewAudit(
        int answersAcknowledged,
        int answersLost,
        int outcomesMissing,
        int outcomesDoubled,
        int framesAcknowledged,
        int framesLost,
        int readingsDoubled,
        int readingsRepeated,
        Map<String, Integer> notRead) {

    /** Audits an interview whose report is final. */
    public static InterviewAudit of(LocalPlatform platform, Interview interview) {
        TopicLog log = new TopicLog(platform);
        String session = interview.sessionId();
        List<TopicLog.Entry<SessionEvent>> events = log.of(Topics.SESSION_EVENTS, session);
        Set<String> accepted = new HashSet<>();
        Map<String, Integer> outcomes = new HashMap<>();
        for (TopicLog.Entry<SessionEvent> event : events) {
            switch (event.value().getPayload()) {
                case AnswerAccepted it -> accepted.add(it.getQuestionId());
                case AnswerScored it -> outcomes.merge(it.getQuestionId(), 1, Integer::sum);
                case NotGradable it -> outcomes.merge(it.getQuestionId(), 1, Integer::sum);
                case NeedsHuman it -> outcomes.merge(it.getQuestionId(), 1, Integer::sum);
                default -> {}
            }
        }
        List<Row> rows = rows(platform, session, interview.stream().streamId());
        Set<Long> settled = new HashSet<>();
        Map<String, Integer> notRead = new TreeMap<>();
        rows.forEach(row -> {
            settled.add(row.frame());
            if (!row.reason().equals("null")) {
                notRead.merge(row.reason(), 1, Integer::sum);
            }
        });
        List<Long> frames = interview.stream().acknowledgedSeqs();
        return new InterviewAudit(
                interview.acknowledgedAnswers().size(),
                missing(interview.acknowledgedAnswers(), accepted),
                missing(accepted, outcomes.keySet()),
                outcomes.values().stream().mapToInt(count -> count - 1).sum(),
                frames.size(),
                missing(frames, settled),
                rows.size() - settled.size(),
                repeated(log, session),
                notRead);
    }

    /** Nothing lost, nothing twice. */
    public void assertNothingLostOrDoubled() {
        assertThat(answersLost).as("acknowledged answers lost").isZero();
        assertThat(outcomesMissing).as("accepted answers without an outcome").isZero();
        assertThat(outcomesDoubled).as("outcomes doubled").isZero();
        assertThat(framesLost)
                .as("acknowledged frames without a reading or a reason")
                .isZero();
        assertThat(readingsDoubled).as("readings doubled in the read model").isZero();
    }

    /** The session's history on the topic counts from 1 without a gap, is one hash chain, and is what the table holds. */
    public static void assertOneHistory(LocalPlatform platform, String session) {
        List<String> stored = new ArrayList<>();
        long seq = 0;
        ByteBuffer before = null;
        for (TopicLog.Entry<SessionEvent> event : new TopicLog(platform).of(Topics.SESSION_EVENTS, session)) {
            seq++;
            assertThat(event.value().getSeq()).as("seq of %s", session).isEqualTo(seq);
            assertThat(event.value().getPrevHash()).as("hash before %d", seq).isEqualTo(before);
            before = ByteBuffer.wrap(Ids.sha256(event.stored().value()));
            stored.add(seq + " " + HexFormat.of().formatHex(event.stored().value()));
        }
        assertThat(stored).isNotEmpty();
        assertThat(new Tables(platform)
                        .rows(
                                "select seq, encode(value, 'hex') from readmodel.session_events"
                                        + " where session_id = ? order by seq",
                                UUID.fromString(session)))
                .as("the table against the topic")
                .isEqualTo(stored);
    }

    /** The same of a report as JSON: final, with an outcome for every question. */
    public static void assertFinal(JsonNode report, int questions) {
        assertThat(report.path("final").asBoolean()).isTrue();
        assertThat(report.path("questions"))
                .hasSize(questions)
                .allSatisfy(question -> assertThat(
                                question.at("/evaluation/outcome").asText())
                        .isIn("SCORED", "NOT_GRADABLE", "NEEDS_HUMAN"));
    }

    private record Row(long frame, String reason) {}

    private static List<Row> rows(LocalPlatform platform, String session, String stream) {
        return new Tables(platform)
                        .rows(
                                "select frame_seq, reason from readmodel.frame_readings where session_id = ? and stream = ?",
                                UUID.fromString(session),
                                stream)
                        .stream()
                        .map(row -> row.split(" ", 2))
                        .map(columns -> new Row(Long.parseLong(columns[0]), columns[1]))
                        .toList();
    }

    private static int repeated(TopicLog log, String session) {
        List<TopicLog.Entry<FrameReading>> readings = log.of(Topics.FRAME_READINGS, session);
        Set<String> ids = new HashSet<>();
        readings.forEach(reading -> ids.add(reading.value().getEventId()));
        return readings.size() - ids.size();
    }

    private static <T> int missing(Iterable<T> wanted, Set<T> there) {
        int missing = 0;
        for (T one : wanted) {
            missing += there.contains(one) ? 0 : 1;
        }
        return missing;
    }
}
