/**
 * Reading text the way a grader does: words with their stems and places, sentences, and what is typical of a language. Every
 * token remembers where it stood, so that a quote is always cut from the original and never put together again. All values are
 * immutable; nothing here knows questions or scores.
 */
package io.colloquy.evaluator.text;
