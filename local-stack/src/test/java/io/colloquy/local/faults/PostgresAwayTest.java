package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.support.InterviewAudit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Postgres is stopped at once, in whatever it was doing: who holds a token goes on, and the tables catch up. */
@ExtendWith(FaultPlatform.Extension.class)
class PostgresAwayTest {
    private static final int QUESTIONS = 5;

    @Test
    void shouldGoOnWithoutItAndEqualTheLogAfterwards(FaultPlatform faults) {
        // given
        PostgresServer postgres = new PostgresServer(faults.home());
        AtomicReference<Interview> running = new AtomicReference<>();
        List<Long> acknowledged = new ArrayList<>();
        Answers sample = Answers.sample();
        Answers whileAway = (position, question) -> {
            if (position == 2) {
                postgres.stopAtOnce();
                acknowledged.add(running.get().stream().acknowledged());
            } else if (position == 4) {
                acknowledged.add(running.get().stream().acknowledged());
                postgres.start();
            }
            return sample.to(position, question);
        };
        Interview interview = faults.candidate(new Interview.Script(
                        "Software engineer", QUESTIONS, Frames.drawn(), 10, whileAway, Duration.ofSeconds(2)))
                .interview();
        running.set(interview);

        // when
        interview.begin();
        interview.answerAll();
        JsonNode report = interview.finalReport();

        // then
        assertThat(acknowledged.getLast())
                .as("frames acknowledged before and while Postgres was away")
                .isGreaterThan(acknowledged.getFirst() + 5);
        InterviewAudit.assertFinal(report, QUESTIONS);
        InterviewAudit.assertOneHistory(faults.platform(), interview.sessionId());
        InterviewAudit.of(faults.platform(), interview).assertNothingLostOrDoubled();
    }
}
