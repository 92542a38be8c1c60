package io.colloquy.reports.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.schemas.live.SessionState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {
    private static final String SESSION = "018f0000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"INTERVIEWER", "ANALYST", "ADMIN"})
    void shouldLetStaffReadTheirOrganisationsSessions(Role role) {
        assertThat(VisibleSessions.mayRead(caller(role, null), SESSION, "someone"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"me, true", "someone, false", ", false"})
    void shouldLetCandidatesReadTheirOwn(String candidateId, boolean allowed) {
        assertThat(VisibleSessions.mayRead(caller(Role.CANDIDATE, null), SESSION, candidateId))
                .isEqualTo(allowed);
    }

    @Test
    void shouldLetGuestsReadTheirOneSession() {
        assertThat(VisibleSessions.mayRead(caller(Role.CANDIDATE, SESSION), SESSION, "me"))
                .isTrue();
        assertThat(VisibleSessions.mayRead(
                        caller(Role.CANDIDATE, "018f0000-0000-7000-8000-000000000002"), SESSION, "me"))
                .isFalse();
    }

    @Test
    void shouldNarrowACandidatesList() {
        SessionFilter filter = SessionFilter.of(caller(Role.CANDIDATE, null), Map.<String, String>of()::get);

        assertThat(filter.candidateId()).contains("me");
    }

    @Test
    void shouldNotNarrowTheListOfStaff() {
        SessionFilter filter =
                SessionFilter.of(caller(Role.ANALYST, null), Map.of("state", "COMPLETED", "evaluated", "true")::get);

        assertThat(filter.candidateId()).isEmpty();
        assertThat(filter.state()).contains(SessionState.COMPLETED);
        assertThat(filter.evaluated()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"state, DONE", "evaluated, perhaps", "started_from, monday"})
    void shouldRefuseMalformedFilters(String name, String value) {
        assertThatThrownBy(() -> SessionFilter.of(caller(Role.ADMIN, null), Map.of(name, value)::get))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    private static Principal caller(Role role, String session) {
        return new Principal("me", "org", role, "Me", Optional.ofNullable(session), Optional.empty());
    }
}
