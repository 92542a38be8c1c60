package io.colloquy.evaluator.library;

import java.time.Instant;

/**
 * What an organisation says of one of its banks at present.
 *
 * @param version the current one
 * @param name display name of that version
 * @param language BCP 47, of that version
 * @param questions how many that version has
 * @param retired no interview may begin with it
 * @param authorId who decided so
 * @param changedAt when
 */
public record CurrentBank(
        String bankId,
        String version,
        String name,
        String language,
        int questions,
        boolean retired,
        String authorId,
        Instant changedAt) {}
