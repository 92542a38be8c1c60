package io.colloquy.reports.emotions;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.platform.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmotionAccessTest {

    @ParameterizedTest
    @CsvSource({
        "OFF, CANDIDATE, false",
        "OFF, ADMIN, false",
        "PRACTICE, CANDIDATE, true",
        "PRACTICE, INTERVIEWER, false",
        "PRACTICE, ANALYST, false",
        "PRACTICE, ADMIN, false",
        "REVIEWER, CANDIDATE, true",
        "REVIEWER, INTERVIEWER, true",
        "REVIEWER, ANALYST, true",
        "REVIEWER, ADMIN, true",
        "SOMETHING_NEW, ADMIN, false",
        "SOMETHING_NEW, CANDIDATE, false",
    })
    void shouldShowEmotionsToThosePolicyNames(String policy, Role role, boolean shown) {
        assertThat(EmotionAccess.refusal(policy, role).isEmpty()).isEqualTo(shown);
    }
}
