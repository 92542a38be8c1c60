package io.colloquy.platform.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuropeTest {

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de", " de-by ", "NO", "IS", "LI", "RE", "AX", "ZZ", "EU", "", "-", "U", "USA"})
    void shouldCountMembersTheirPartsAndWhatIsNoCountry(String region) {
        assertThat(Europe.mayHold(Optional.of(region))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "us", "US-CA", "CH", "GB", "JP", "BR", "RS"})
    void shouldLeaveOutTheRestOfTheWorld(String region) {
        assertThat(Europe.mayHold(Optional.of(region))).isFalse();
    }

    @Test
    void shouldCountWhatNobodySaid() {
        assertThat(Europe.mayHold(Optional.empty())).isTrue();
    }
}
