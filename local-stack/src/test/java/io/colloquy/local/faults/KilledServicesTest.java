package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.Service;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.support.InterviewAudit;
import io.colloquy.local.support.LiveReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each service runs as a process of its own and is killed with -9 once, about when the candidate answers. */
@ExtendWith(FaultPlatform.Extension.class)
class KilledServicesTest {
    private static final int QUESTIONS = 5;
    private static final double FRAMES_PER_SECOND = 10;

    @Test
    @SuppressWarnings("SystemOut") // The figures are what the test is read for.
    void shouldLoseNothingAndDoubleNothing(FaultPlatform faults) {
        // given
        long seed = System.nanoTime();
        System.out.println("KilledServicesTest: seed " + seed);
        Random random = new Random(seed);
        List<Service> order = new ArrayList<>(Arrays.asList(Service.values()));
        Collections.shuffle(order, random);
        Answers sample = Answers.sample();
        SignIn candidate = faults.newCandidate();
        JsonNode report;
        InterviewAudit audit;
        List<ServiceProcesses.Kill> kills;
        try (ServiceProcesses processes = ServiceProcesses.insteadOfOwn(faults)) {
            Answers whileKilling = (position, question) -> {
                processes.killSoon(order.get(position - 1), Duration.ofMillis(random.nextInt(600)));
                return sample.to(position, question);
            };
            Interview interview = faults.candidate(
                            candidate,
                            new Interview.Script(
                                    "Software engineer",
                                    QUESTIONS,
                                    Frames.drawn(),
                                    FRAMES_PER_SECOND,
                                    whileKilling,
                                    Duration.ofSeconds(1)))
                    .interview();

            // when
            interview.begin();
            interview.answerAll();
            report = interview.finalReport();
            kills = processes.kills();
            audit = InterviewAudit.of(faults.platform(), interview);
            InterviewAudit.assertOneHistory(faults.platform(), interview.sessionId());
            LiveReadings.assertAsStored(faults.platform(), interview.sessionId());
        }
        System.out.println(table(kills, audit));

        // then
        assertThat(kills).extracting(ServiceProcesses.Kill::service).containsExactlyInAnyOrder(Service.values());
        InterviewAudit.assertFinal(report, QUESTIONS);
        assertThat(audit.answersAcknowledged()).isEqualTo(QUESTIONS);
        assertThat(audit.framesAcknowledged()).isGreaterThan(QUESTIONS * 10);
        audit.assertNothingLostOrDoubled();
    }

    private static String table(List<ServiceProcesses.Kill> kills, InterviewAudit audit) {
        StringBuilder table = new StringBuilder("%-18s  back after s%n".formatted("killed with -9"));
        kills.forEach(
                kill -> table.append("%-18s  %12.1f%n".formatted(kill.service().id(), kill.backAfterSeconds())));
        return table.append("%-22s  %12s  %5s  %8s%n".formatted("", "acknowledged", "lost", "doubled"))
                .append("%-22s  %12d  %5d  %8s%n"
                        .formatted("answers", audit.answersAcknowledged(), audit.answersLost(), ""))
                .append("%-22s  %12s  %5d  %8d%n"
                        .formatted("outcomes", "", audit.outcomesMissing(), audit.outcomesDoubled()))
                .append("%-22s  %12d  %5d  %8d%n"
                        .formatted("frames", audit.framesAcknowledged(), audit.framesLost(), audit.readingsDoubled()))
                .append("readings repeated on the topic: %d; frames not read: %s"
                        .formatted(audit.readingsRepeated(), audit.notRead()))
                .toString();
    }
}
