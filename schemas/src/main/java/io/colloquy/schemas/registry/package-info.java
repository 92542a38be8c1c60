/**
 * A small client of the Confluent schema registry REST API.
 *
 * <p>Class names follow Confluent's own client, which cannot be depended on from Maven Central. Works with Confluent,
 * Apicurio, Karapace and Redpanda registries.
 */
package io.colloquy.schemas.registry;
