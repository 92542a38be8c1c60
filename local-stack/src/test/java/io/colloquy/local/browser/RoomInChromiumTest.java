package io.colloquy.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.support.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.Extension.class)
class RoomInChromiumTest {
    private final SharedPlatform shared;

    RoomInChromiumTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldHoldAnInterviewThroughAReloadALostConnectionAndASecondTab() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        String session = chromium.run("room-with-video.mjs").path("session_id").asText();

        // then
        JsonNode report = chromium.read("/api/v1/interviews/" + session + "/report");
        assertThat(report.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(report.path("questions"))
                .hasSize(5)
                .allSatisfy(
                        question -> assertThat(question.path("answer").asText()).hasSizeGreaterThan(100));
        JsonNode counts = chromium.read("/api/v1/readings/session/" + session).path("counts");
        assertThat(counts.path("faces").asInt()).isGreaterThan(25);
    }

    @Test
    void shouldHoldAnInterviewWithoutVideo() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        String session =
                chromium.run("room-without-video.mjs").path("session_id").asText();

        // then
        JsonNode report = chromium.read("/api/v1/interviews/" + session + "/report");
        assertThat(report.at("/questions/0/evaluation/outcome").asText()).isEqualTo("SCORED");
        assertThat(report.at("/questions/1/state").asText()).isEqualTo("SKIPPED");
        assertThat(report.at("/questions/2/evaluation/outcome").asText()).isEqualTo("NOT_GRADABLE");
        JsonNode counts = chromium.read("/api/v1/readings/session/" + session).path("counts");
        assertThat(counts.path("readings").asInt()).isZero();
    }

    @Test
    void shouldLetAGuestInByALink() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        String session = chromium.run("guest.mjs").path("session_id").asText();

        // then
        JsonNode report = chromium.read("/api/v1/interviews/" + session + "/report");
        assertThat(report.path("candidate_name").asText()).isEqualTo("Grace");
        assertThat(report.at("/policy/recruitment").asBoolean()).isTrue();
        assertThat(report.at("/policy/emotion").asText()).isEqualTo("OFF");
    }
}
