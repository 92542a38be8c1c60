/**
 * What the tests on the whole platform have in common: one running platform for all of them, and where test data lie.
 *
 * <p>Starting Kafka, the registry, Postgres, Redis and five services costs some ten seconds, so the tests of one JVM share
 * one. They keep apart by using a candidate and a session each.
 *
 * <p>A test that kills something, or that needs an empty log, starts a {@code LocalPlatform} of its own instead.
 */
package io.colloquy.local.support;
