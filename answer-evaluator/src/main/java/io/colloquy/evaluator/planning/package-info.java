/**
 * Which questions an interview asks. A plan is a pure function of the request and the bank: the same request gives the same
 * plan wherever and however often it is made, so that a plan made twice after a crash does no harm. Emotion, names and CVs are
 * no part of a request.
 */
package io.colloquy.evaluator.planning;
