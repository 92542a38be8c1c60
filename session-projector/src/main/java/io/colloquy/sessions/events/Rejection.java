package io.colloquy.sessions.events;

/** Why a command was refused. The names are part of the contract. */
public enum Rejection {
    /** There is no such session or question. */
    NOT_FOUND,
    /** The session is not in a state that allows it. */
    INVALID_STATE,
    /** The command itself makes no sense. */
    INVALID_ARGUMENT,
    /** The session was started before. */
    ALREADY_EXISTS,
    /** Whoever sent it may not. */
    FORBIDDEN
}
