package io.colloquy.evaluator.library;

import io.colloquy.platform.http.Problem;
import java.util.Optional;

/** What a change of a bank is based on. */
public sealed interface Expectation {
    /** There is no such bank yet. */
    record Absent() implements Expectation {}

    /** This version is the current one. */
    record Version(String version) implements Expectation {}

    /** There is such a bank, whatever its version. */
    record Any() implements Expectation {}

    /**
     * Holds it against what is there.
     *
     * @throws Problem 404, 409 or 412 when it is otherwise
     */
    default void require(String bankId, Optional<CurrentBank> found) {
        switch (this) {
            case Absent it -> {
                if (found.isPresent()) {
                    throw Problem.conflict(
                            "Expected a new bank, but '%s' is there: to replace it, name its version in If-Match"
                                    .formatted(bankId));
                }
            }
            case Any it -> {
                if (found.isEmpty()) {
                    throw unknown(bankId);
                }
            }
            case Version it -> {
                CurrentBank current = found.orElseThrow(() -> unknown(bankId));
                if (!current.version().equals(it.version())) {
                    throw Problem.preconditionFailed("Expected version '%s' of bank '%s' to be current, but it is '%s'"
                            .formatted(it.version(), bankId, current.version()));
                }
            }
        }
    }

    /** The answer about a bank that is not there for whoever asks. */
    static Problem unknown(String bankId) {
        return Problem.notFound("Expected a bank of this organisation, but '%s' is none".formatted(bankId));
    }
}
