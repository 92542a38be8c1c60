package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.Readiness;
import io.colloquy.local.Service;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.support.InterviewAudit;
import io.colloquy.local.support.Tables;
import io.colloquy.local.support.TopicLog;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.kafka.DeadLetters;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be read, on every topic, amid an interview: it goes to the dead letters, and the interview goes on. */
@ExtendWith(FaultPlatform.Extension.class)
class PoisonTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUESTIONS = 3;
    private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};

    private final Set<String> injected = new HashSet<>();

    @Test
    void shouldGoToTheDeadLettersAndMarkTheSession(FaultPlatform faults) {
        // given
        TopicLog log = new TopicLog(faults.platform());
        Answers sample = Answers.sample();
        List<Interview> running = new ArrayList<>();
        Answers amidPoison = (position, question) -> {
            if (position == 2) {
                inject(log, running.getFirst().sessionId());
            }
            return sample.to(position, question);
        };
        Interview interview = faults.candidate(new Interview.Script(
                        "Software engineer", QUESTIONS, Frames.drawn(), 10, amidPoison, Duration.ofSeconds(1)))
                .interview();
        running.add(interview);

        // when
        interview.begin();
        interview.answerAll();
        JsonNode report = interview.finalReport();

        // then
        String session = interview.sessionId();
        InterviewAudit.assertFinal(report, QUESTIONS);
        InterviewAudit.of(faults.platform(), interview).assertNothingLostOrDoubled();
        await("dead letters")
                .atMost(PATIENCE)
                .until(() -> recorded(faults, session).containsAll(injected));
        assertThat(recorded(faults, session)).isEqualTo(injected);
        assertThat(deadLetters(log, session).values())
                .allSatisfy(letters -> assertThat(letters).allSatisfy(PoisonTest::assertSaysWhy));
        assertThat(marked(faults, session)).isEqualTo(injected.size());
        for (Service service : Service.values()) {
            Readiness.await(service.id(), faults.platform().url(service), PATIENCE);
        }
    }

    /** Five kinds on each topic, under the session's key. */
    private void inject(TopicLog log, String session) {
        Random random = new Random(1);
        byte[] noise = new byte[60];
        random.nextBytes(noise);
        noise[0] = 7;
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(log.kafka(), "test-poison", Duration.ofSeconds(10))) {
            for (var topic : Topics.all()) {
                byte[] other = example(log, otherThan(topic.name()));
                byte[] own = example(log, topic.name());
                for (byte[] value : Arrays.asList(null, noise, UNKNOWN_SCHEMA, other, Arrays.copyOf(own, 9))) {
                    RecordMetadata at = producer.send(new ProducerRecord<>(topic.name(), session, value))
                            .get();
                    injected.add("%s %d %d".formatted(at.topic(), at.partition(), at.offset()));
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected Kafka to take poison, but it did not", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String otherThan(String topic) {
        return topic.equals(Topics.SESSION_EVENTS.name())
                ? Topics.SESSION_COMMANDS.name()
                : Topics.SESSION_EVENTS.name();
    }

    private static byte[] example(TopicLog log, String topic) {
        await(topic).atMost(PATIENCE).until(() -> !log.all(topic).isEmpty());
        return log.all(topic).getFirst().value();
    }

    /** Where each dead letter of the session came from, once each, by the read model. */
    private static Set<String> recorded(FaultPlatform faults, String session) {
        return new HashSet<>(new Tables(faults.platform())
                .rows(
                        "select origin_topic, origin_partition, origin_offset from readmodel.dead_letters"
                                + " where session_id = ?",
                        UUID.fromString(session)));
    }

    private static Map<String, List<ConsumerRecord<String, byte[]>>> deadLetters(TopicLog log, String session) {
        Map<String, List<ConsumerRecord<String, byte[]>>> letters = new TreeMap<>();
        Topics.deadLetterOwners().forEach(owner -> letters.put(owner, log.of(Topics.deadLetters(owner), session)));
        return letters;
    }

    private static void assertSaysWhy(ConsumerRecord<String, byte[]> letter) {
        for (String name : List.of(
                DeadLetters.TOPIC,
                DeadLetters.PARTITION,
                DeadLetters.OFFSET,
                DeadLetters.EXCEPTION,
                DeadLetters.MESSAGE)) {
            assertThat(letter.headers().lastHeader(name)).as(name).isNotNull();
        }
        assertThat(new String(letter.headers().lastHeader(DeadLetters.MESSAGE).value(), StandardCharsets.UTF_8))
                .startsWith("Expected ");
    }

    /** What the board's list says of the session. */
    private static int marked(FaultPlatform faults, String session) {
        PublicApi board = faults.signedIn(Role.ADMIN);
        for (JsonNode listed : board.read("/api/v1/interviews?limit=100").path("interviews")) {
            if (listed.path("session_id").asText().equals(session)) {
                return listed.path("dead_letters").asInt();
            }
        }
        throw new AssertionError("Expected the session on the board, but it is not there");
    }
}
