package io.colloquy.frames.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.frames.policy.PictureRules.Asking;
import io.colloquy.platform.identity.Role;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureRulesTest {

    @ParameterizedTest(name = "{0} in {1}: {2}, guest {3}, picture from {4}: {5}")
    @CsvSource({
        "OFF,      US, CANDIDATE,   false, US, false",
        "OFF,      US, ADMIN,       false, US, false",
        "PRACTICE, US, CANDIDATE,   false, US, true",
        "PRACTICE, DE, CANDIDATE,   false, DE, true",
        "PRACTICE,   , CANDIDATE,   false,   , true",
        "PRACTICE, US, CANDIDATE,   true,  US, false",
        "PRACTICE, US, INTERVIEWER, false, US, false",
        "PRACTICE, US, ANALYST,     false, US, false",
        "PRACTICE, US, ADMIN,       false, US, false",
        "REVIEWER, US, INTERVIEWER, false, US, true",
        "REVIEWER, US, ANALYST,     false, US-CA, true",
        "REVIEWER, US, ADMIN,       false, CH, true",
        "REVIEWER, US, CANDIDATE,   false, US, true",
        "REVIEWER, US, CANDIDATE,   true,  US, false",
        "REVIEWER, US, INTERVIEWER, false,   , false",
        "REVIEWER, US, INTERVIEWER, false, DE, false",
        "REVIEWER, US, INTERVIEWER, false, ZZ, false",
        "REVIEWER, US, INTERVIEWER, false, '', false",
        "REVIEWER, NO, INTERVIEWER, false, US, false",
        "REVIEWER,   , INTERVIEWER, false, US, false",
        "REVIEWER, FR, CANDIDATE,   false, US, false",
    })
    void shouldLetInWhoTheSettingAndTheLawLetIn(
            EmotionPolicy emotion, String organisation, Role role, boolean guest, String picture, boolean allowed) {
        // given
        OrganisationSetting setting = new OrganisationSetting(emotion, true, Optional.ofNullable(organisation));

        // when
        Optional<String> refusal = PictureRules.refusal(setting, new Asking(role, guest, Optional.ofNullable(picture)));

        // then
        assertThat(refusal.isEmpty()).isEqualTo(allowed);
        assertThat(refusal.orElse("Expected")).startsWith("Expected");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldRefuseEverybodyWhereNobodySaidAnything(Role role) {
        // when
        Optional<String> refusal =
                PictureRules.refusal(OrganisationSetting.DEFAULT, new Asking(role, false, Optional.of("US")));

        // then
        assertThat(refusal).hasValueSatisfying(reason -> assertThat(reason).contains("emotion policy is OFF"));
    }
}
