package io.colloquy.sessions.events;

/** A version of an organisation's question bank; the version is a hash of its content. */
public record BankReference(String bankId, String version) {}
