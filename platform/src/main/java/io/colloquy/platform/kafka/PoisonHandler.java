package io.colloquy.platform.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fate of a record that cannot be read: poison goes to the dead letters and the stream goes on; anything else (a registry
 * that is away, a newer contract) fails the thread, and {@link StreamsApplication} decides whether to try again or to stop.
 */
public final class PoisonHandler implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

    private String deadLetterTopic;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetterTopic = (String) configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> poison, Exception exception) {
        if (!(exception instanceof SerializationException)) {
            return Response.fail();
        }
        LOG.atWarn()
                .addKeyValue("topic", poison.topic())
                .addKeyValue("partition", poison.partition())
                .addKeyValue("offset", poison.offset())
                .addKeyValue("reason", exception.getMessage())
                .log("dead-lettered an unreadable record");
        return Response.resume(List.of(DeadLetters.of(deadLetterTopic, poison, exception)));
    }
}
