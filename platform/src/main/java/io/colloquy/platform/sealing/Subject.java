package io.colloquy.platform.sealing;

/**
 * Whose content is sealed; part of the associated data, so that a ciphertext opens nowhere else.
 *
 * @param organisationId tenant
 * @param sessionId what the key belongs to
 */
public record Subject(String organisationId, String sessionId) {}
