/**
 * Kafka, the schema registry, Postgres and Redis from Maven artefacts, and the command line that runs them.
 *
 * <p>Each component is an object that starts in its constructor's factory, keeps its data under one folder and stops
 * when it is closed; {@link io.colloquy.local.EmbeddedStack} starts the four at once. Nothing here knows what an
 * interview is, and nothing is written outside {@link io.colloquy.local.StackHome}.
 */
package io.colloquy.local;
