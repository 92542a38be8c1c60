/**
 * Compares an answer with its question and expected points by meaning, where a provider of embeddings is configured and the
 * organisation wants it. Cosines of different models cannot be compared, so each model is measured on bundled pairs first and
 * everything is said relative to those. What comes out is a {@link io.colloquy.evaluator.rubric.Likeness}, a value that the
 * evaluation depends on like on the answer; when nobody can be asked it is empty, and who could not is named.
 */
package io.colloquy.evaluator.meaning;
