/**
 * The answer-evaluator: plans the questions of each interview and evaluates its answers. This package only wires; what is
 * decided lies in pure packages below it, and what takes time never runs on a stream thread. It reads answers and session
 * events, and nothing that a camera saw.
 */
package io.colloquy.evaluator;
