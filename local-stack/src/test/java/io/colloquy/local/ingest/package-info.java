/**
 * The door on real Kafka, Postgres and Redis. A scripted decider stands in for session-projector, so that what is tested
 * here is the door alone. Whole interviews are tested elsewhere.
 */
package io.colloquy.local.ingest;
