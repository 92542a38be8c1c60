package io.colloquy.evaluator.library;

import io.colloquy.events.OrganisationEvent;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.schemas.OrganisationKeys;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes what an organisation decides about its banks, one decision after the other over all instances: a writer fences those
 * before it, reads to the end of the organisation's partition, decides by what is there then, and commits or finds itself
 * fenced. Decisions of an organisation in this process wait for each other, a few seconds at most. Thread-safe.
 */
public final class KafkaBankLog implements BankLog, AutoCloseable {
    private static final String TRANSACTIONS = "answer-evaluator-banks-";
    private static final Duration MAX_BLOCK = Duration.ofSeconds(10);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_FOR_TURN = Duration.ofSeconds(5);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 4;

    private final KafkaConfig kafka;
    private final TopicWatch watch;
    private final Serializer<OrganisationEvent> serializer;
    private final Clock clock;
    private final Admin admin;
    private final Turns turns = new Turns(PATIENCE_FOR_TURN);

    /** @param watch keeps the ledger that decisions are made by */
    public KafkaBankLog(KafkaConfig kafka, TopicWatch watch, EventSerdes serdes, Clock clock) {
        this.kafka = kafka;
        this.watch = watch;
        this.serializer = serdes.serializer(Topics.ORGANISATION_EVENTS);
        this.clock = clock;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }

    @Override
    public void append(String organisationId, Supplier<List<Entry>> decision) {
        try {
            turns.take(organisationId, () -> {
                appendInTurn(organisationId, decision);
                return organisationId;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("Expected to write a bank, but was interrupted", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new LogUnavailableException("Expected Kafka to take a bank, but it did not", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Expected nothing else to go wrong, but it did", e);
        }
    }

    private void appendInTurn(String organisationId, Supplier<List<Entry>> decision)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + LONGEST_TURN.toNanos();
        for (int attempt = 1; attempt <= ATTEMPTS && System.nanoTime() < deadline; attempt++) {
            if (tryAppend(organisationId, decision)) {
                return;
            }
        }
        throw new LogUnavailableException("Expected to write a bank, but others write all the time", null);
    }

    /** Whether it was written; not when another writer came between. */
    private boolean tryAppend(String organisationId, Supplier<List<Entry>> decision)
            throws InterruptedException, ExecutionException, TimeoutException {
        int partition = OrganisationKeys.partition(organisationId, kafka.partitions());
        try (KafkaProducer<String, byte[]> producer =
                KafkaClients.transactional(kafka, TRANSACTIONS + organisationId, MAX_BLOCK, TRANSACTION_TIMEOUT)) {
            producer.initTransactions();
            await(partition, end(partition));
            List<Entry> entries = decision.get();
            if (!entries.isEmpty()) {
                await(partition, write(producer, partition, organisationId, entries));
            }
            return true;
        } catch (ExecutionException | KafkaException e) {
            if (isFenced(e)) {
                return false;
            }
            throw e;
        }
    }

    /** It may be what a call throws, or only why the producer is no longer of use. */
    private static boolean isFenced(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof ProducerFencedException || it instanceof InvalidProducerEpochException);
    }

    /** The offset behind the last record. */
    private long write(Producer<String, byte[]> producer, int partition, String organisationId, List<Entry> entries)
            throws InterruptedException, ExecutionException, TimeoutException {
        producer.beginTransaction();
        RecordMetadata last = null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Entry entry : entries) {
            last = producer.send(record(partition, organisationId, entry, now))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        producer.commitTransaction();
        return last == null ? 0 : last.offset() + 1;
    }

    private ProducerRecord<String, byte[]> record(int partition, String organisationId, Entry entry, Instant now) {
        String eventId = Ids.next().toString();
        OrganisationEvent event = OrganisationEvent.newBuilder()
                .setEventId(eventId)
                .setSessionId("")
                .setOrganisationId(organisationId)
                .setSeq(0)
                .setOccurredAt(now)
                .setCorrelationId(eventId)
                .setPayload(entry.payload())
                .build();
        EventHeaders headers = new EventHeaders(
                eventId,
                entry.payload().getClass().getSimpleName(),
                "answer-evaluator",
                now,
                EventHeaders.newTraceparent());
        String topic = Topics.ORGANISATION_EVENTS.name();
        return new ProducerRecord<>(
                topic,
                partition,
                now.toEpochMilli(),
                entry.key(),
                serializer.serialize(topic, event),
                headers.toHeaders());
    }

    /** Behind everything, also what others have open: who is fenced has nothing open any more. */
    private long end(int partition) throws InterruptedException, ExecutionException, TimeoutException {
        TopicPartition sought = new TopicPartition(Topics.ORGANISATION_EVENTS.name(), partition);
        return admin.listOffsets(Map.of(sought, OffsetSpec.latest()))
                .partitionResult(sought)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .offset();
    }

    private void await(int partition, long offset) throws InterruptedException {
        if (!watch.awaitPosition(partition, offset, PATIENCE)) {
            throw new LogUnavailableException("Expected to read what was written, but could not in time", null);
        }
    }

    @Override
    public int size(String organisationId, Entry entry) {
        return record(0, organisationId, entry, clock.instant()).value().length;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
