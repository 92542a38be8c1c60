/**
 * How tasks flow: from the topics into the pending store, from there to calls beside the stream threads, and their results
 * back into topics, exactly once. The store is the queue: whatever crashes, what was pending is picked up again. The stream
 * thread itself never waits for a key, a model or a network.
 */
package io.colloquy.evaluator.topology;
