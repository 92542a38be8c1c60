package io.colloquy.ingest.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void shouldKnowTheCandidate() {
        // when, then
        assertThat(Standing.of(principal("ada", "acme", Role.CANDIDATE), session("ada"), NOBODY))
                .isEqualTo(Standing.OWN);
        assertThat(Standing.of(principal("bob", "acme", Role.CANDIDATE), session("ada"), NOBODY))
                .isEqualTo(Standing.NONE);
        assertThat(Standing.of(principal("bob", "acme", Role.CANDIDATE), session(null), NOBODY))
                .isEqualTo(Standing.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERVIEWER", "ANALYST", "ADMIN"})
    void shouldLetStaffAtTheirOrganisationsSessionsOnly(Role role) {
        // when, then
        assertThat(Standing.of(principal("eve", "acme", role), session("ada"), NOBODY))
                .isEqualTo(Standing.STAFF);
        assertThat(Standing.of(principal("eve", "other", role), session("ada"), NOBODY))
                .isEqualTo(Standing.NONE);
        assertThat(Standing.of(principal("ada", "other", role), session("ada"), NOBODY))
                .isEqualTo(Standing.NONE);
    }

    @Test
    void shouldKnowTheStarterBeforeThereIsASession() {
        // given
        Optional<String> starter = Optional.of(Standing.starter(principal("ada", "acme", Role.CANDIDATE)));

        // when, then
        assertThat(Standing.of(principal("ada", "acme", Role.CANDIDATE), Optional.empty(), starter))
                .isEqualTo(Standing.OWN);
        assertThat(Standing.of(principal("bob", "acme", Role.ADMIN), Optional.empty(), starter))
                .isEqualTo(Standing.NONE);
        assertThat(Standing.of(principal("ada", "acme", Role.CANDIDATE), Optional.empty(), NOBODY))
                .isEqualTo(Standing.NONE);
        assertThat(Standing.of(principal("ada", "acme", Role.CANDIDATE), session("bob"), starter))
                .isEqualTo(Standing.NONE);
    }

    private static Principal principal(String user, String organisation, Role role) {
        return new Principal(user, organisation, role, "name", Optional.empty(), Optional.empty());
    }

    private static Optional<SessionSnapshot> session(String candidate) {
        return Optional.of(new SessionSnapshot(
                1,
                "s",
                "acme",
                candidate,
                SessionState.PLANNING,
                Instant.EPOCH,
                Instant.EPOCH,
                "job",
                "en",
                null,
                null,
                5,
                null,
                List.of(),
                false,
                null,
                null));
    }
}
