/**
 * Banks on a real broker: what two instances of the evaluator decide at the same time, and what each then knows. The rules of
 * the API are tested in the evaluator's own module, on a log in memory. Needs no service beside Kafka and the registry.
 */
package io.colloquy.local.banks;
