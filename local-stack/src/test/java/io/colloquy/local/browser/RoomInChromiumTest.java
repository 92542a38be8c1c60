package io.colloquy.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.local.support.TopicLog;
import io.colloquy.schemas.Topics;
import java.util.List;
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
    void shouldHoldAnInterviewByVoice() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        JsonNode result = chromium.run("room-by-voice.mjs");

        // then
        String session = result.path("session_id").asText();
        JsonNode spoken =
                chromium.read("/api/v1/interviews/" + session + "/report").at("/questions/0");
        assertThat(spoken.path("answer").asText())
                .isEqualTo(result.path("corrected").asText());
        JsonNode transcript = spoken.path("transcript");
        assertThat(transcript.path("text").asText())
                .isEqualTo(result.path("heard").asText());
        assertThat(transcript.path("corrected").asBoolean()).isTrue();
        assertThat(transcript.path("confidence").asDouble()).isCloseTo(0.9, within(0.001));
        assertThat(transcript.path("provider").asText()).isEqualTo("stub");
        assertThat(transcript.path("audio_ms").asLong()).isGreaterThan(1_500);
        assertThat(accepted(session)).anySatisfy(answer -> {
            assertThat(answer.getTranscript().getProvider()).isEqualTo("stub");
            assertThat(answer.getTranscript().getText())
                    .as("the transcript, sealed")
                    .isNotEqualTo(answer.getAnswer());
        });
        JsonNode typed =
                chromium.read("/api/v1/interviews/" + session + "/report").at("/questions/1");
        assertThat(typed.path("transcript").isNull()).isTrue();
        JsonNode events = chromium.read("/api/v1/interviews/" + session + "/events");
        assertThat(events.toString()).contains("a stub was listening");
    }

    private List<AnswerToEvaluate> accepted(String session) {
        return new TopicLog(shared.platform())
                .of(Topics.ANSWERS, session).stream()
                        .map(entry -> (AnswerToEvaluate) entry.value().getPayload())
                        .filter(answer -> answer.getTranscript() != null)
                        .toList();
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
