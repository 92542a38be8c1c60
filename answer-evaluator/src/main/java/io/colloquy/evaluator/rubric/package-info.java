/**
 * The built-in evaluator: scores an answer by a rubric, with stems, wordings and rules anybody can read, and says so by name.
 * It measures what can be measured that way (covered points, relevance, structure, communication), proves every score with
 * words of the answer, and flags what should not be graded at all. Pure and deterministic: no clock, no network, no chance.
 */
package io.colloquy.evaluator.rubric;
