/**
 * Kafka and Kafka Streams, started and stopped the same way everywhere. Holds the settings that were measured, and the fate
 * of each kind of failure. Topics are created and checked at start.
 */
package io.colloquy.platform.kafka;
