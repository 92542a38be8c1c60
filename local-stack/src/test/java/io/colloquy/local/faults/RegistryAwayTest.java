package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.Readiness;
import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.support.InterviewAudit;
import io.colloquy.local.support.TopicLog;
import io.colloquy.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The registry's process is killed and comes back: nothing is poison only because nobody could be asked about it. */
@ExtendWith(FaultPlatform.Extension.class)
class RegistryAwayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingAndDeadLetterNothing(FaultPlatform faults) {
        // given
        long lettersBefore = deadLetters(faults);
        Answers sample = Answers.sample();
        Answers whileAway = (position, question) -> {
            switch (position) {
                case 2 -> faults.killRegistry();
                case 4 -> faults.startRegistry();
                default -> {}
            }
            return sample.to(position, question);
        };
        Interview interview = interview(faults, 5, whileAway);

        // when
        interview.begin();
        interview.answerAll();
        JsonNode report = interview.finalReport();

        // then
        InterviewAudit.assertFinal(report, 5);
        InterviewAudit.assertOneHistory(faults.platform(), interview.sessionId());
        InterviewAudit audit = InterviewAudit.of(faults.platform(), interview);
        audit.assertNothingLostOrDoubled();
        assertThat(audit.framesAcknowledged()).isPositive();
        assertThat(deadLetters(faults)).isEqualTo(lettersBefore);
    }

    @Test
    void shouldWaitForItAtTheStartAndThenWork(FaultPlatform faults) {
        // given
        long lettersBefore = deadLetters(faults);
        Path log = folder.resolve("evaluator.log");
        faults.platform().stop(Service.EVALUATOR);
        faults.killRegistry();

        // when
        try (ServiceProcess fresh = ServiceProcess.start(Service.EVALUATOR, elsewhere(faults), log)) {
            await().atMost(PATIENCE).until(() -> Files.readString(log).contains("waiting for the schema registry"));
            faults.startRegistry();
            Readiness.await("the fresh evaluator", faults.platform().url(Service.EVALUATOR), PATIENCE);
            assertThat(fresh.isAlive()).isTrue();
            Interview interview = interview(faults, 2, Answers.sample());
            interview.begin();
            interview.answerAll();

            // then
            InterviewAudit.assertFinal(interview.finalReport(), 2);
            InterviewAudit.of(faults.platform(), interview).assertNothingLostOrDoubled();
            assertThat(deadLetters(faults)).isEqualTo(lettersBefore);
        } finally {
            faults.platform().start(Service.EVALUATOR);
        }
    }

    private static Interview interview(FaultPlatform faults, int questions, Answers answers) {
        return faults.candidate(new Interview.Script(
                        "Software engineer", questions, Frames.drawn(), 10, answers, Duration.ofSeconds(1)))
                .interview();
    }

    /** The same service on another machine: nothing of its state is there. */
    private Map<String, String> elsewhere(FaultPlatform faults) {
        Map<String, String> environment =
                new HashMap<>(faults.platform().environment().of(Service.EVALUATOR));
        environment.put("COLLOQUY_STATE_DIR", folder.resolve("streams").toString());
        return environment;
    }

    private static long deadLetters(FaultPlatform faults) {
        TopicLog log = new TopicLog(faults.platform());
        return Topics.deadLetterOwners().stream()
                .mapToLong(owner -> log.all(Topics.deadLetters(owner)).size())
                .sum();
    }
}
