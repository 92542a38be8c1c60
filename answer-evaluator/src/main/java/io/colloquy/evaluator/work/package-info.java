/**
 * The work between an event that comes in and the event that answers it: open what is sealed, plan or evaluate, seal again.
 * It runs on threads of its own because keys and evaluators may take their time. Every task ends in exactly one outcome, or is
 * worth another try, and says which.
 */
package io.colloquy.evaluator.work;
