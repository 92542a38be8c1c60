/**
 * Looks for attempts to steer whoever grades: in what people typed, before a model sees it. It is a net with holes, and only one
 * of several; what it finds is never graded by a model but shown to a human. It errs on the side of the human.
 */
package io.colloquy.evaluator.suspicion;
