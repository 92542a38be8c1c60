package io.colloquy.sessions.readmodel;

import io.colloquy.platform.metrics.Metrics;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.Projection;
import io.colloquy.sessions.projection.ProjectionMetric;
import io.colloquy.sessions.projection.TopicReader.Poison;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topics into tables, exactly once in effect: rows and position commit together, and the position moves by compare-and-set,
 * so that the batch of an instance that was taken over aborts. Records of the same partition number belong to the same
 * sessions on every topic; their transactions take turns.
 */
final class PostgresProjection implements Projection {
    static final String NAME = "read-model";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProjection.class);
    /** Names our advisory locks among those of others. */
    private static final int LOCKS = 0x636f6c6c;

    private final Jdbi jdbi;
    private final Map<String, TableFeed> feeds;
    private final DeadLetterBox deadLetters;
    private final Metrics metrics;

    /**
     * @param jdbi connects as the role with the projector's policy
     * @param feeds by topic
     */
    PostgresProjection(Jdbi jdbi, Map<String, TableFeed> feeds, DeadLetterBox deadLetters, Metrics metrics) {
        this.jdbi = jdbi;
        this.feeds = Map.copyOf(feeds);
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return feeds.keySet();
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select topic, partition, next_offset from readmodel.projection_offsets")
                .map((row, context) -> Map.entry(
                        new TopicPartition(row.getString("topic"), row.getInt("partition")),
                        row.getLong("next_offset")))
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue())));
        positions.keySet().retainAll(Set.copyOf(partitions));
        return positions;
    }

    @Override
    public boolean project(Batch batch) {
        try {
            return take(batch);
        } catch (JdbiException e) {
            if (!refusedByPostgres(e)) {
                throw e;
            }
            return takeOneByOne(batch);
        }
    }

    @Override
    public boolean mayPass(RuntimeException failure) {
        return failure instanceof JdbiException || failure instanceof KafkaException;
    }

    private boolean take(Batch batch) {
        TableFeed.Work work = feeds.get(batch.partition().topic()).prepare(batch);
        for (Poison poison : work.poison()) {
            deadLetter(poison.source(), poison.reason());
        }
        return jdbi.inTransaction(handle -> {
            takeTurns(handle, batch.partition().partition());
            if (!move(handle, batch)) {
                handle.rollback();
                return false;
            }
            work.rows().accept(handle);
            return true;
        });
    }

    /** Something in the batch is readable, but no value of a column; the record that it is in goes to the dead letters. */
    private boolean takeOneByOne(Batch batch) {
        OptionalLong position = batch.from();
        for (ConsumerRecord<String, byte[]> record : batch.records()) {
            Batch single = new Batch(batch.partition(), position, record.offset() + 1, List.of(record));
            boolean taken;
            try {
                taken = take(single);
            } catch (JdbiException e) {
                if (!refusedByPostgres(e)) {
                    throw e;
                }
                deadLetter(
                        record,
                        new IllegalArgumentException(
                                "Expected values that Postgres takes, but it refused with " + sqlState(e), null));
                taken = jdbi.inTransaction(handle -> move(handle, single));
            }
            if (!taken) {
                return false;
            }
            position = OptionalLong.of(single.to());
        }
        return true;
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        deadLetters.put(record, reason);
        metrics.counter(ProjectionMetric.UNREADABLE)
                .labels(NAME, record.topic())
                .inc();
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason.getMessage())
                .log("dead-lettered an unreadable record");
    }

    private static void takeTurns(Handle handle, int partition) {
        handle.createQuery("select pg_advisory_xact_lock(:locks, :partition)")
                .bind("locks", LOCKS)
                .bind("partition", partition)
                .map((row, context) -> true)
                .one();
    }

    private static boolean move(Handle handle, Batch batch) {
        String sql = batch.from().isPresent() ? """
                update readmodel.projection_offsets set next_offset = :to
                where topic = :topic and partition = :partition and next_offset = :from
                """ : """
                insert into readmodel.projection_offsets (topic, partition, next_offset)
                values (:topic, :partition, :to) on conflict do nothing
                """;
        return handle.createUpdate(sql)
                        .bind("topic", batch.partition().topic())
                        .bind("partition", batch.partition().partition())
                        .bind("from", batch.from().orElse(-1))
                        .bind("to", batch.to())
                        .execute()
                == 1;
    }

    /** SQLSTATE classes 22 (data exception) and 23 (constraint violation): trying again gives the same. */
    private static boolean refusedByPostgres(JdbiException e) {
        String state = sqlState(e);
        return state.startsWith("22") || state.startsWith("23");
    }

    private static String sqlState(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
