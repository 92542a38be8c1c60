package io.colloquy.frames.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.EmotionPolicy;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmotionLawTest {

    @ParameterizedTest(name = "{0}, recruitment {1}, candidate {2}, employer {3}: {4}")
    @CsvSource({
        "OFF,      false, US, US, false",
        "PRACTICE, false, DE, DE, true",
        "PRACTICE, false,   ,   , true",
        "PRACTICE, true,  US, US, true",
        "PRACTICE, true,  DE, US, false",
        "PRACTICE, true,  US, DE, false",
        "PRACTICE, true,  US,   , false",
        "REVIEWER, true,  US, US, true",
        "REVIEWER, false, DE, US, false",
        "REVIEWER, false, US, IS, false",
        "REVIEWER, false,   , US, false",
        "REVIEWER, false, US,   , false",
    })
    void shouldAllowWhatTheLawAllows(
            EmotionPolicy wish, boolean recruitment, String candidate, String employer, boolean allowed) {
        assertThat(EmotionLaw.allows(wish, recruitment, Optional.ofNullable(candidate), Optional.ofNullable(employer)))
                .isEqualTo(allowed);
    }
}
