/**
 * The question banks of organisations, kept on their topic: every version as a record that never changes, and for each bank a
 * record that says which version is current. What is read comes from a copy in memory of the whole topic; what is written goes
 * through transactions that fence each other, so that of two changes based on the same version one is refused, whichever
 * instances they reach. Nothing here plans or scores.
 */
package io.colloquy.evaluator.library;
