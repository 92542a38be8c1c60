/**
 * How well an evaluator does on answers that people labelled: the order of good, partial and wrong ones, and what is flagged. It
 * reads files of one shape, so that anybody can try answers that nobody here has seen. Nothing here changes a score.
 */
package io.colloquy.evaluator.labelled;
