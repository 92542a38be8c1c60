package io.colloquy.bench;

import io.colloquy.bench.load.Latencies;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.Evaluation;
import io.colloquy.events.ExpectedPoint;
import io.colloquy.events.Question;
import io.colloquy.events.Rubric;
import io.colloquy.events.RubricDimension;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Puts accepted answers on their topic and waits for their evaluations. Not for several threads. */
final class AnswersInFlight implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ANSWERS_OF_A_SESSION = 10;
    private static final String ORGANISATION = UUID.randomUUID().toString();
    private static final String ANSWER =
            "First I read the execution plan and measure the latency of each step. Then I add an "
                    + "index, because a full table scan is the usual cause. If that is not enough, I rewrite the query or cache the "
                    + "result, and I measure again.";
    private static final Question QUESTION = new Question(
            "q-1",
            "A database query has become slow. How do you find out why, and what can you do about it?",
            "TECHNICAL",
            "software",
            2,
            List.of(
                    new ExpectedPoint("look at the query plan", List.of("execution plan", "explain")),
                    new ExpectedPoint("add an index", List.of("index")),
                    new ExpectedPoint("measure", List.of("benchmark", "latency"))),
            1.0,
            120);
    private static final Rubric RUBRIC = new Rubric(
            "interview",
            "1",
            "bench",
            List.of(
                    new RubricDimension("relevance", 0.2),
                    new RubricDimension("depth", 0.25),
                    new RubricDimension("correctness", 0.25),
                    new RubricDimension("structure", 0.15),
                    new RubricDimension("communication", 0.15)));

    private static final String PROVIDER = "openai";
    private static final String BUILT_IN = "built-in-rubric";

    private final Map<String, Long> sentAt = new HashMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Serializer<AcceptedAnswer> serializer;
    private final Deserializer<Evaluation> deserializer;
    private final Sealer sealer;

    AnswersInFlight(KafkaConfig kafka, Sealer sealer) {
        this.sealer = sealer;
        this.serializer = kafka.serdes().serializer(Topics.ANSWERS);
        this.deserializer = kafka.serdes().deserializer(Topics.EVALUATIONS);
        this.producer = KafkaClients.producer(kafka, "bench-answers", Duration.ofSeconds(10));
        this.consumer = KafkaClients.consumer(kafka, "bench-evaluations");
        List<TopicPartition> partitions = IntStream.range(0, kafka.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.EVALUATIONS.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** From the first answer that is sent to the last evaluation that is committed. */
    Duration settle(int count) {
        long started = System.nanoTime();
        begin(count);
        end();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * Holds so many in flight at the provider, a new one for each that is settled, and drains them in the end.
     *
     * @param settled how many are measured, after the first {@code held}
     * @return settled answers a second
     */
    double rate(int held, int settled) {
        begin(held);
        replace(held);
        long started = System.nanoTime();
        int measured = replace(settled);
        double seconds = (System.nanoTime() - started) / 1e9;
        end();
        return measured / seconds;
    }

    /** Until at least so many are settled; returns how many were. */
    private int replace(int least) {
        int settled = 0;
        while (settled < least) {
            int now = collect(Duration.ofMillis(50)).size();
            IntStream.range(0, now).forEach(each -> send(UUID.randomUUID().toString(), PROVIDER));
            settled += now;
        }
        return settled;
    }

    /** Sends so many to the provider, and returns. */
    void begin(int count) {
        IntStream.range(0, count / ANSWERS_OF_A_SESSION)
                .mapToObj(session -> UUID.randomUUID().toString())
                .flatMap(session -> IntStream.range(0, ANSWERS_OF_A_SESSION).mapToObj(each -> session))
                .forEach(session -> send(session, PROVIDER));
        producer.flush();
    }

    /** Waits for the evaluations of everything that was sent. */
    void end() {
        long started = System.nanoTime();
        while (!sentAt.isEmpty()) {
            requireWithin(started, sentAt.size());
            collect(Duration.ofMillis(50));
        }
    }

    /**
     * Sends answers that need no provider, one by one at an even pace, while so many others are held in flight at it.
     *
     * @return from each to its evaluation, committed
     */
    Latencies neighbours(int count, Duration gap, int held) {
        begin(held);
        replace(held / 2);
        Latencies latencies = new Latencies();
        Set<String> own = new HashSet<>();
        long due = System.nanoTime();
        for (int sent = 0; sent < count; sent++) {
            own.add(send(UUID.randomUUID().toString(), BUILT_IN));
            due += gap.toNanos();
            while (System.nanoTime() < due) {
                note(collect(Duration.ofNanos(Math.max(1, due - System.nanoTime()))), own, latencies);
            }
        }
        long waited = System.nanoTime();
        while (!own.isEmpty()) {
            requireWithin(waited, own.size());
            note(collect(Duration.ofMillis(50)), own, latencies);
        }
        end();
        return latencies;
    }

    /** Times of the neighbours' own, and another answer to the provider for each of the others. */
    private void note(Map<String, Long> settled, Set<String> own, Latencies latencies) {
        settled.forEach((answer, nanos) -> {
            if (own.remove(answer)) {
                latencies.add(nanos);
            } else {
                send(UUID.randomUUID().toString(), PROVIDER);
            }
        });
    }

    private static void requireWithin(long started, int left) {
        if (System.nanoTime() - started > PATIENCE.toNanos()) {
            throw new BenchException(
                    "Expected all evaluations in %d s, but %d did not come".formatted(PATIENCE.toSeconds(), left));
        }
    }

    /** What has been settled meanwhile, with how long it took in nanoseconds. */
    private Map<String, Long> collect(Duration patience) {
        Map<String, Long> settled = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            String answer = scored(deserializer.deserialize(record.topic(), record.value()));
            Optional.ofNullable(sentAt.remove(answer)).ifPresent(sent -> settled.put(answer, System.nanoTime() - sent));
        }
        return settled;
    }

    private static String scored(Evaluation evaluation) {
        if (evaluation.getPayload() instanceof AnswerEvaluated evaluated
                && evaluated.getResult().getScoredBy().getFallbacks().isEmpty()) {
            return evaluated.getAnswerId();
        }
        throw new BenchException("Expected a score without fallback for every answer, but there was something else");
    }

    /** An answer's id; one that does not arrive has no evaluation, and that is noticed. */
    private String send(String session, String evaluator) {
        AcceptedAnswer answer = answer(session, evaluator);
        sentAt.put(answer.getEventId(), System.nanoTime());
        var ignored = producer.send(new ProducerRecord<>(
                Topics.ANSWERS.name(), session, serializer.serialize(Topics.ANSWERS.name(), answer)));
        return answer.getEventId();
    }

    private AcceptedAnswer answer(String session, String evaluator) {
        String id = UUID.randomUUID().toString();
        return new AcceptedAnswer(
                id,
                session,
                ORGANISATION,
                0L,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                id,
                null,
                new AnswerToEvaluate(
                        id,
                        QUESTION,
                        sealer.seal(new Subject(ORGANISATION, session), PersonalContent.ANSWER, ANSWER),
                        RUBRIC,
                        "Backend developer",
                        "en",
                        List.of(evaluator),
                        null));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
