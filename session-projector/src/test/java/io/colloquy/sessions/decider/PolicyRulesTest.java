package io.colloquy.sessions.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.sessions.events.Policy;
import io.colloquy.sessions.events.Policy.Emotion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesTest {

    @ParameterizedTest(name = "{0}, recruitment {1}, candidate {2}, employer {3}, organisation {4}: {5}")
    @CsvSource({
        "OFF,      false, US, US, US, OFF",
        "PRACTICE, false, DE, DE, DE, PRACTICE",
        "PRACTICE, true,  DE, US, US, OFF",
        "PRACTICE, true,  US, FR, US, OFF",
        "PRACTICE, true,  US, US, NO, OFF",
        "PRACTICE, true,  US, US, US, PRACTICE",
        "PRACTICE, true,  ,   US, US, OFF",
        "PRACTICE, true,  US, ,   ,   OFF",
        "REVIEWER, true,  US, US, US, REVIEWER",
        "REVIEWER, true,  US, ,   US, REVIEWER",
        "REVIEWER, false, US, US, ,   OFF",
        "REVIEWER, true,  US, CH, ,   OFF",
        "PRACTICE, true,  US, US, ,   OFF",
        "PRACTICE, false, ,   ,   ,   PRACTICE",
        "REVIEWER, false, IT, US, US, OFF",
        "REVIEWER, false, US, IS, US, OFF",
        "REVIEWER, false, US, US, SE, OFF",
        "REVIEWER, false, ,   US, US, OFF",
        "REVIEWER, false, ZZ, US, US, OFF",
        "REVIEWER, false, us, US-CA, US, REVIEWER",
        "REVIEWER, false, de-by, US, US, OFF",
        "REVIEWER, false, RE, US, US, OFF",
    })
    void shouldLeaveWhatTheLawAllows(
            Emotion asked, boolean recruitment, String candidate, String employer, String organisation, Emotion left) {
        OrganisationSettings settings = new OrganisationSettings(
                asked, true, Optional.ofNullable(organisation), List.of(), Duration.ofMinutes(1));

        Policy policy = PolicyRules.resolve(
                settings, recruitment, Optional.ofNullable(candidate), Optional.ofNullable(employer));

        assertThat(policy.emotion()).isEqualTo(left);
        assertThat(policy.emotionSetting()).isEqualTo(asked);
        assertThat(policy.recruitment()).isEqualTo(recruitment);
    }
}
