package io.colloquy.sessions.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Where the live view is kept. */
interface LiveStore extends AutoCloseable {

    /** Values by key; keys that are not there are left out. */
    Map<String, String> read(Collection<String> keys);

    /** The next offset wanted of each partition; left out where there is none. */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions);

    /**
     * Makes the changes, in order, and moves the position, all or nothing.
     *
     * @return false, and nothing is changed, when the position is not {@code from}
     */
    boolean write(TopicPartition partition, OptionalLong from, long to, List<LiveWrite> changes);

    @Override
    void close();
}
