package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.events.ConsentWithdrawn;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.local.Service;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.support.TopicLog;
import io.colloquy.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With 1,000 frames queued, none is decoded later than a second after the withdrawal was committed. */
@ExtendWith(FaultPlatform.Extension.class)
class WithdrawalTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int QUEUED = 1_000;
    private static final int PICTURES = 60;

    @Test
    @SuppressWarnings("SystemOut") // The figures are what the test is read for.
    void shouldDecodeNothingOfTheQueueAfterTheWithdrawal(FaultPlatform faults) {
        // given
        TopicLog log = new TopicLog(faults.platform());
        FaultPlatform.Candidate candidate = faults.candidate(
                new Interview.Script("Software engineer", 1, pictures(), 2_000, Answers.sample(), Duration.ZERO));
        Interview interview = candidate.interview();
        faults.platform().stop(Service.FRAMES);
        try {
            interview.begin();
            await().atMost(PATIENCE).until(() -> interview.stream().acknowledged() >= QUEUED);
            interview.stream().close();
        } finally {
            faults.platform().start(Service.FRAMES);
        }
        String session = interview.sessionId();
        long queued = interview.stream().acknowledged();
        await().atMost(PATIENCE).until(() -> !readings(log, session).isEmpty());

        // when
        candidate
                .api()
                .command(
                        "/api/v1/interviews/" + session + "/consent",
                        PublicApi.object().put("withdraw", true));
        // The reply came after the commit, so that this is not earlier than it.
        Instant committed = Instant.now();
        await().atMost(PATIENCE).until(() -> readings(log, session).size() >= queued);

        // then
        List<FrameReading> readings = readings(log, session);
        Instant decided = log.of(Topics.SESSION_EVENTS, session).stream()
                .map(TopicLog.Entry::value)
                .filter(event -> event.getPayload() instanceof ConsentWithdrawn)
                .findFirst()
                .orElseThrow()
                .getOccurredAt();
        List<FrameReading> decoded = readings.stream()
                .filter(reading -> reading.getPayload() instanceof FaceRead)
                .toList();
        Instant last = decoded.getLast().getOccurredAt();
        System.out.printf(
                "WithdrawalTest: %d queued, %d decoded, the last %d ms after the withdrawal (%d ms after its reply)%n",
                queued,
                decoded.size(),
                Duration.between(decided, last).toMillis(),
                Duration.between(committed, last).toMillis());
        assertThat(decoded).hasSizeLessThan((int) queued);
        assertThat(last).isBeforeOrEqualTo(committed.plusSeconds(1));
        assertThat(readings.subList(decoded.size(), readings.size()))
                .as("after the last frame that was decoded")
                .allSatisfy(reading -> assertThat(reading.getPayload())
                        .isInstanceOfSatisfying(
                                FrameNotRead.class,
                                notRead -> assertThat(notRead.getReason()).isEqualTo("NO_CONSENT")));
    }

    private static List<FrameReading> readings(TopicLog log, String session) {
        return log.of(Topics.FRAME_READINGS, session).stream()
                .map(TopicLog.Entry::value)
                .toList();
    }

    /** Drawn beforehand: drawing takes longer than reading. */
    private static Frames pictures() {
        List<byte[]> drawn =
                LongStream.range(0, PICTURES).mapToObj(Frames.drawn()::jpeg).toList();
        return number -> drawn.get((int) (number % PICTURES));
    }
}
