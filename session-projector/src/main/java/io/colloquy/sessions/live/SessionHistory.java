package io.colloquy.sessions.live;

import io.colloquy.sessions.events.RecordedEvent;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The log, asked again for the history of one session. */
interface SessionHistory {
    /** The session's events before a record of it, in order. */
    List<RecordedEvent> before(ConsumerRecord<String, byte[]> record);
}
