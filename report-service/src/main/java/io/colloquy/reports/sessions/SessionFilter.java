package io.colloquy.reports.sessions;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which sessions a list shows. Absent means no restriction.
 *
 * @param candidateId only this candidate's
 * @param sessionId only this one
 * @param state only those in it
 * @param evaluated only final ones, or only others
 * @param jobTitle only those whose job title contains it, in any case
 * @param startedFrom only those started then or later
 * @param startedTo only those started before
 */
public record SessionFilter(
        Optional<String> candidateId,
        Optional<String> sessionId,
        Optional<SessionState> state,
        Optional<Boolean> evaluated,
        Optional<String> jobTitle,
        Optional<Instant> startedFrom,
        Optional<Instant> startedTo) {

    /**
     * From a request's parameters, narrowed to what the caller may see.
     *
     * @param parameter value of a query parameter, or null
     * @throws Problem 400 when one is malformed
     */
    public static SessionFilter of(Principal principal, Function<String, String> parameter) {
        boolean candidate = principal.role() == Role.CANDIDATE;
        return new SessionFilter(
                candidate && principal.sessionId().isEmpty() ? Optional.of(principal.userId()) : Optional.empty(),
                candidate ? principal.sessionId() : Optional.empty(),
                given(parameter, "state").map(SessionFilter::state),
                given(parameter, "evaluated").map(SessionFilter::flag),
                given(parameter, "job_title"),
                given(parameter, "started_from").map(SessionFilter::instant),
                given(parameter, "started_to").map(SessionFilter::instant));
    }

    private static Optional<String> given(Function<String, String> parameter, String name) {
        return Optional.ofNullable(parameter.apply(name)).filter(value -> !value.isBlank());
    }

    private static SessionState state(String value) {
        return Arrays.stream(SessionState.values())
                .filter(state -> state.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalidRequest("Expected state to be one of %s, but it is '%s'"
                        .formatted(Arrays.toString(SessionState.values()), value)));
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.invalidRequest("Expected evaluated to be true or false, but it is '%s'".formatted(value));
        };
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.invalidRequest("Expected an ISO-8601 instant, but it is '%s'".formatted(value));
        }
    }
}
