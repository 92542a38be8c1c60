/**
 * Topics that every instance has to know as a whole and at once, beside what it is assigned. Kafka Streams would take their
 * records in the order of time stamps, behind frames that were queued before. What is done with them is others' business.
 */
package io.colloquy.frames.watch;
