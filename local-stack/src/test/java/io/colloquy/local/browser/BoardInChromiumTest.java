package io.colloquy.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.support.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.Extension.class)
class BoardInChromiumTest {
    private final SharedPlatform shared;

    BoardInChromiumTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldShowAnInterviewLiveAndItsReportUntilItIsErased() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        String session = chromium.run("board-review.mjs").path("session_id").asText();

        // then
        JsonNode report = chromium.read("/api/v1/interviews/" + session + "/report");
        assertThat(report.path("state").asText()).isEqualTo("ERASED");
        assertThat(report.at("/questions/0/answer").isNull()).isTrue();
        assertThat(report.at("/questions/0/override/overall").asDouble()).isEqualTo(3.5);
        assertThat(report.at("/questions/0/evaluation/overall").asDouble()).isNotEqualTo(3.5);
    }
}
