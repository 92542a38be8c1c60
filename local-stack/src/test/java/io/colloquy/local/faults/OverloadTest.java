package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.local.Readiness;
import io.colloquy.local.Service;
import io.colloquy.local.ServiceProcess;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.support.LiveReadings;
import io.colloquy.local.support.Tables;
import io.colloquy.local.support.TopicLog;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A queue that filled while the frame-processor was away. It finds every frame late, is killed with -9 on the way and
 * started again; in the end the newest frame of each session is read and every other one has its reason, once.
 */
@ExtendWith(FaultPlatform.Extension.class)
class OverloadTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** More than partitions, so that some share one. */
    private static final int SESSIONS = 8;

    private static final int FRAMES_OF_THE_FIRST = 200;
    private static final int FRAMES_OF_OTHERS = 10;
    private static final int ANCIENT = 5;
    private static final int PICTURES = 10;
    private static final String ANCIENT_STREAM = UUID.randomUUID().toString();

    @Test
    void shouldReadTheNewestOfEachSessionAndSayWhyNotTheOthers(FaultPlatform faults) throws Exception {
        // given
        TopicLog log = new TopicLog(faults.platform());
        faults.platform().stop(Service.FRAMES);
        try {
            List<FaultPlatform.Candidate> candidates = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                candidates.add(queue(faults, session == 0 ? FRAMES_OF_THE_FIRST : FRAMES_OF_OTHERS));
            }
            String oldest = candidates.getLast().interview().sessionId();
            queueAncient(log, oldest);
            candidates.removeLast();
            List<String> sessions = candidates.stream()
                    .map(candidate -> candidate.interview().sessionId())
                    .toList();

            // when
            try (ServiceProcess first = start(faults)) {
                await().atMost(PATIENCE).until(() -> settledAny(log, sessions));
                first.kill();
            }
            try (ServiceProcess second = start(faults)) {
                for (String session : sessions) {
                    awaitSettled(faults, log, session);
                }
                awaitSettled(faults, log, oldest);
                assertThat(second.isAlive()).isTrue();
            }

            // then
            for (FaultPlatform.Candidate candidate : candidates) {
                String session = candidate.interview().sessionId();
                List<Long> queued = queued(log, session);
                Map<Long, String> settled = settled(faults, session);
                Map<Long, String> expected = new HashMap<>();
                queued.forEach(seq -> expected.put(seq, "SKIPPED_OVERLOAD"));
                expected.put(queued.getLast(), "null");
                assertThat(settled)
                        .as("why frames of %s were not read", session)
                        .isEqualTo(expected);
                LiveReadings.assertAsStored(faults.platform(), session);
                JsonNode counts = candidate.interview().readings().path("counts");
                assertThat(counts.path("readings").asInt()).isEqualTo(1);
                assertThat(counts.at("/not_read/SKIPPED_OVERLOAD").asInt()).isEqualTo(queued.size() - 1);
            }
            assertThat(settled(faults, oldest).values())
                    .filteredOn("TOO_OLD"::equals)
                    .as("older than the most")
                    .hasSize(ANCIENT);
        } finally {
            faults.platform().start(Service.FRAMES);
        }
    }

    /** A candidate whose frames wait. */
    private static FaultPlatform.Candidate queue(FaultPlatform faults, int frames) {
        List<byte[]> drawn =
                LongStream.range(0, PICTURES).mapToObj(Frames.drawn()::jpeg).toList();
        FaultPlatform.Candidate candidate = faults.candidate(new Interview.Script(
                "Software engineer",
                1,
                number -> drawn.get((int) (number % PICTURES)),
                1_000,
                Answers.sample(),
                Duration.ZERO));
        Interview interview = candidate.interview();
        interview.begin();
        await().atMost(PATIENCE).until(() -> interview.stream().acknowledged() >= frames);
        interview.stream().close();
        return candidate;
    }

    /** The session's last frame again, as if it had come two hours ago. */
    private static void queueAncient(TopicLog log, String session) throws Exception {
        var last = log.of(Topics.FRAMES, session).getLast();
        FrameCaptured captured = (FrameCaptured) last.value().getPayload();
        try (var producer = KafkaClients.producer(log.kafka(), "test-ancient", Duration.ofSeconds(10))) {
            for (int seq = 0; seq < ANCIENT; seq++) {
                CapturedFrame ancient = CapturedFrame.newBuilder(last.value())
                        .setEventId(UUID.randomUUID().toString())
                        .setPayload(FrameCaptured.newBuilder(captured)
                                .setStream(ANCIENT_STREAM)
                                .setFrameSeq(1_000_000 + seq)
                                .setReceivedAt(captured.getReceivedAt().minus(Duration.ofHours(2)))
                                .build())
                        .build();
                byte[] value = log.serdes().serializer(Topics.FRAMES).serialize(Topics.FRAMES.name(), ancient);
                producer.send(new ProducerRecord<>(Topics.FRAMES.name(), session, value))
                        .get();
            }
        }
    }

    private static ServiceProcess start(FaultPlatform faults) {
        Map<String, String> environment =
                new HashMap<>(faults.platform().environment().of(Service.FRAMES));
        environment.put("COLLOQUY_FRAMES_LATE_AFTER", "1ms");
        environment.put("COLLOQUY_FRAMES_MAX_AGE", "1h");
        Path file = faults.home().data().resolve("overload.process.log");
        ServiceProcess process = ServiceProcess.start(Service.FRAMES, environment, file);
        Readiness.await(Service.FRAMES.id(), faults.platform().url(Service.FRAMES), PATIENCE);
        return process;
    }

    private static boolean settledAny(TopicLog log, List<String> sessions) {
        return sessions.stream()
                .anyMatch(session -> !log.of(Topics.FRAME_READINGS, session).isEmpty());
    }

    private static void awaitSettled(FaultPlatform faults, TopicLog log, String session) {
        int queued = queued(log, session).size();
        await().atMost(PATIENCE).until(() -> settled(faults, session).size() >= queued);
    }

    private static List<Long> queued(TopicLog log, String session) {
        return log.of(Topics.FRAMES, session).stream()
                .map(entry -> ((FrameCaptured) entry.value().getPayload()).getFrameSeq())
                .toList();
    }

    /** Reasons by frame, as the read model has them; no frame may be there twice. */
    private static Map<Long, String> settled(FaultPlatform faults, String session) {
        List<String> rows = new Tables(faults.platform())
                .rows(
                        "select frame_seq, reason from readmodel.frame_readings where session_id = ?",
                        UUID.fromString(session));
        Map<Long, String> settled = new HashMap<>();
        rows.stream()
                .map(row -> row.split(" ", 2))
                .forEach(columns -> settled.put(Long.parseLong(columns[0]), columns[1]));
        assertThat(rows).hasSameSizeAs(settled.keySet());
        return settled;
    }
}
