package io.colloquy.sessions.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A store that topics are projected into. Called by one thread. */
public interface Projection {

    /** Names its consumer group, metrics and health check, for example {@code read-model}. */
    String name();

    /** What it reads. */
    Set<String> topics();

    /** The next offset that the store wants of each partition; partitions that it has none of are left out. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions);

    /**
     * Takes a batch and moves the position, both or neither.
     *
     * @return false when the store's position is no longer the batch's {@code from}: somebody else has moved it
     */
    boolean project(Batch batch);

    /** Whether a failure may pass, so that the same batch is worth another try. */
    boolean mayPass(RuntimeException failure);
}
