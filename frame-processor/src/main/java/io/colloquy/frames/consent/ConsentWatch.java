package io.colloquy.frames.consent;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads session-events of all partitions on a thread of its own and keeps the {@link ConsentLedger} current.
 *
 * <p>Why not a co-partitioned source of the topology: there records are taken in the order of their timestamps, so a
 * withdrawal would wait behind every frame that was queued before it. Here it is known within milliseconds of its commit.
 * Every instance reads all sessions, but only the events of the last {@link #LOOKBACK}, and they are small.
 */
public final class ConsentWatch {
    /** No frame can be older: the frames topic keeps a day, and a session is over before. */
    static final Duration LOOKBACK = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(ConsentWatch.class);

    private final ConsentLedger ledger;
    private final BiConsumer<SessionEvent, Permission> listener;
    private final Deserializer<SessionEvent> deserializer;

    private ConsentWatch(
            ConsentLedger ledger,
            BiConsumer<SessionEvent, Permission> listener,
            Deserializer<SessionEvent> deserializer) {
        this.ledger = ledger;
        this.listener = listener;
        this.deserializer = deserializer;
    }

    /**
     * The watch, not yet started.
     *
     * @param listener told of each event after the ledger took it in, on the watch's thread
     * @param onFatal told when it has stopped for good
     */
    public static TopicWatch over(
            KafkaConfig kafka,
            ConsentLedger ledger,
            Clock clock,
            BiConsumer<SessionEvent, Permission> listener,
            Consumer<Throwable> onFatal) {
        ConsentWatch events = new ConsentWatch(ledger, listener, kafka.serdes().deserializer(Topics.SESSION_EVENTS));
        return new TopicWatch(
                kafka,
                Topics.SESSION_EVENTS.name(),
                "frame-processor-consent-watch",
                () -> clock.instant().minus(LOOKBACK),
                events::take,
                onFatal);
    }

    private void take(ConsumerRecord<String, byte[]> stored) {
        try {
            SessionEvent event = deserializer.deserialize(stored.topic(), stored.value());
            listener.accept(event, ledger.apply(event));
        } catch (SerializationException e) {
            // The projectors dead-letter it; here it can only withhold a permission, never grant one.
            LOG.atWarn()
                    .addKeyValue("topic", stored.topic())
                    .addKeyValue("partition", stored.partition())
                    .addKeyValue("offset", stored.offset())
                    .log("passed over an unreadable session event");
        }
    }
}
