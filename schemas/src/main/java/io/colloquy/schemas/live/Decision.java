package io.colloquy.schemas.live;

/**
 * What became of a command.
 *
 * @param seq of the event that says so
 * @param accepted whether it changed the session
 * @param type of the event, for example AnswerAccepted
 * @param rejection null when accepted
 * @param reason null when accepted; reads "Expected …, but …"
 */
public record Decision(long seq, boolean accepted, String type, String rejection, String reason) {}
