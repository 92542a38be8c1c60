package io.colloquy.sessions.readmodel;

import io.colloquy.schemas.Topic;
import org.jdbi.v3.core.Handle;

/**
 * Removes what the topic no longer keeps, by the time of the latest reading and not by a clock: reading the topic again
 * gives the same table.
 */
final class Pruning {
    private Pruning() {}

    static void prune(Handle handle, Topic<?> topic, String table, int partition) {
        topic.retention()
                .ifPresent(retention -> handle.createUpdate("""
                        delete from readmodel.<table>
                        where kafka_partition = :partition
                            and occurred_at < (select max(latest.occurred_at) from readmodel.<table> latest
                                               where latest.kafka_partition = :partition)
                                - make_interval(secs => :seconds)
                        """)
                        .define("table", table)
                        .bind("partition", partition)
                        .bind("seconds", (double) retention.toSeconds())
                        .execute());
    }
}
