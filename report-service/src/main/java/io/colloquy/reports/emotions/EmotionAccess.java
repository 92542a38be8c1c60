package io.colloquy.reports.emotions;

import io.colloquy.platform.identity.Role;
import java.util.Optional;

/**
 * Who may see a session's emotion readings. The session's policy was resolved by law when it started; here it is only
 * applied: {@code PRACTICE} shows them to the candidate alone, {@code REVIEWER} also to staff, anything else to nobody.
 */
final class EmotionAccess {
    private EmotionAccess() {}

    /**
     * Why a reader, who may read the session itself, is not shown them; empty when they are.
     *
     * @param policy effective in the session
     */
    static Optional<String> refusal(String policy, Role role) {
        boolean candidate = role == Role.CANDIDATE;
        return switch (policy) {
            case "PRACTICE" ->
                candidate
                        ? Optional.empty()
                        : Optional.of("Expected the candidate, who alone sees emotion readings of a practice session,"
                                + " but the caller is " + role.wireName());
            case "REVIEWER" -> Optional.empty();
            default -> Optional.of("Expected a policy under which emotions are read, but this session's is " + policy);
        };
    }
}
