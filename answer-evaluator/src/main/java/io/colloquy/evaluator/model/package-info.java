/**
 * Evaluation and planning by a language model, trusted as little as possible. Everything that people typed goes to it as data, in
 * blocks delimited by a random nonce, and only after it was searched for attempts to steer the model; whatever comes back is read
 * as if an attacker had written it. What cannot be proven is asked for once more; then a human is called to score, and the next
 * planner to plan.
 */
package io.colloquy.evaluator.model;
