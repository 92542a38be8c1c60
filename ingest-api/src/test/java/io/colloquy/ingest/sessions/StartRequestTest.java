package io.colloquy.ingest.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.colloquy.platform.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"policy\": {\"emotion\": \"REVIEWER\"}",
                "\"emotion\": \"REVIEWER\"",
                "\"emotion_setting\": \"REVIEWER\"",
                "\"face_signals\": true",
                "\"organisation_id\": \"018f0000-0000-7000-8000-000000000001\"",
                "\"candidate_id\": \"018f0000-0000-7000-8000-000000000001\"",
            })
    void shouldTakeNoPolicyFromAClient(String field) {
        assertThatThrownBy(
                        () -> Json.MAPPER.readValue("{\"job_title\": \"Engineer\", " + field + "}", StartRequest.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void shouldKeepWhatTheLinkSaysWhateverTheGuestSays() throws Exception {
        // given
        InterviewSetup link = Json.MAPPER
                .readValue(
                        "{\"job_title\": \"Engineer\", \"recruitment\": true, \"candidate_region\": \"DE\","
                                + " \"employer_region\": \"DE\"}",
                        StartRequest.class)
                .setup();

        // when
        InterviewSetup setup = Json.MAPPER
                .readValue(
                        "{\"job_title\": \"Other\", \"recruitment\": false, \"candidate_region\": \"US\","
                                + " \"employer_region\": \"US\"}",
                        StartRequest.class)
                .setup(link);

        // then
        assertThat(setup.recruitment()).isTrue();
        assertThat(setup.candidateRegion()).isEqualTo(Optional.of("DE"));
        assertThat(setup.employerRegion()).isEqualTo(Optional.of("DE"));
    }
}
