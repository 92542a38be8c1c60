package io.colloquy.sessions.readmodel;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that cannot be read; returns when they are there. */
interface DeadLetterBox {

    /**
     * Puts a record there with its original bytes.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka did not take it
     */
    void put(ConsumerRecord<String, byte[]> record, RuntimeException reason);
}
