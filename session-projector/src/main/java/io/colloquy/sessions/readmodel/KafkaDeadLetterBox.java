package io.colloquy.sessions.readmodel;

import io.colloquy.platform.kafka.DeadLetters;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The service's dead-letter topic. */
final class KafkaDeadLetterBox implements DeadLetterBox {
    private final Producer<String, byte[]> producer;
    private final String topic;

    KafkaDeadLetterBox(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public void put(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        try {
            producer.send(DeadLetters.of(topic, record, reason)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Expected Kafka to take a dead letter, but it did not", e.getCause());
        }
    }
}
