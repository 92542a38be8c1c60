package io.colloquy.evaluator.bank;

import java.util.List;

/**
 * A group of jobs that share questions, with the words that give a job away.
 *
 * @param name also the category of its questions
 * @param jobTerms words that settle it: "developer"
 * @param jobHints words that only point to it: "engineer"
 */
public record JobFamily(String name, List<String> jobTerms, List<String> jobHints) {
    /** Questions for everybody; used where no other family fits. */
    public static final String GENERAL = "general";

    public JobFamily {
        jobTerms = List.copyOf(jobTerms);
        jobHints = List.copyOf(jobHints);
    }
}
