/**
 * The session-projector on real Kafka, registry and Redis: what the test driver of Kafka Streams cannot show. Planner and
 * evaluator are played by the test; whole interviews are tested elsewhere.
 */
package io.colloquy.local.sessions;
