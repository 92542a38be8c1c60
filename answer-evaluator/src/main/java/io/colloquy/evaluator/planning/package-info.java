/**
 * Which questions an interview asks. A plan from a bank is a pure function of the request and the bank, so that one made twice
 * after a crash does no harm; a plan by a model is held against rules before anybody is asked it. Emotion is no part of a
 * request.
 */
package io.colloquy.evaluator.planning;
