/**
 * The calculator: a question, an answer and a rubric in, an evaluation out, with no session and nothing stored. It calls the
 * same evaluator as the topology. Only people who review interviews may use it.
 */
package io.colloquy.evaluator.http;
