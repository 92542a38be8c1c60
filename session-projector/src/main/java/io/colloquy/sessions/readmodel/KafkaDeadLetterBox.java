package io.colloquy.sessions.readmodel;

import io.colloquy.platform.kafka.DeadLetters;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;

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
        ProducerRecord<String, byte[]> letter = DeadLetters.of(topic, record, reason);
        try {
            send(letter);
        } catch (RecordTooLargeException e) {
            // With the headers that say why, it no longer fits; where it came from tells where its bytes are.
            send(new ProducerRecord<>(topic, null, null, letter.key(), null, letter.headers()));
        }
    }

    private void send(ProducerRecord<String, byte[]> letter) {
        try {
            producer.send(letter).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new KafkaException("Expected Kafka to take a dead letter, but it did not", e.getCause());
        }
    }
}
