package io.colloquy.sessions.decider;

/**
 * What an organisation says of one of its question banks.
 *
 * @param version the current one
 * @param retired no interview may begin with it
 */
public record OrganisationBank(String bankId, String version, boolean retired) {
    /** What a start names to have the built-in bank although its organisation has a default of its own. */
    public static final String BUILT_IN = "built-in";
}
