package io.colloquy.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsChangeTest {
    private static final UUID ORGANISATION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final String SOUND = """
            {"name": "Acme", "emotion": "PRACTICE", "face_signals": false, "region": "US-CA",
             "provider_chain": ["openai", "built-in-rubric"], "chains": {"planning": ["openai"], "speech": []},
             "default_bank": "sales", "idle_timeout_seconds": 600}
            """;

    @Test
    void shouldTakeSoundSettings() throws Exception {
        // when
        OrganisationSettings settings = of(SOUND);

        // then
        assertThat(settings.region()).contains("US-CA");
        assertThat(settings.chains()).isEqualTo(Map.of("planning", List.of("openai"), "speech", List.of()));
        assertThat(settings.defaultBank()).isEqualTo(Optional.of("sales"));
        assertThat(settings.idleTimeout().toMinutes()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Acme\" | \" \" | name of 1",
                "\"PRACTICE\" | \"practice\" | emotion OFF",
                "false | null | face_signals",
                "\"US-CA\" | \"XX\" | region null",
                "\"US-CA\" | \"us\" | region null",
                "[\"openai\", \"built-in-rubric\"] | [] | provider_chain of at least",
                "[\"openai\", \"built-in-rubric\"] | [\"openai\", \"openai\"] | provider_chain of at most",
                "[\"openai\", \"built-in-rubric\"] | [null] | provider_chain of at most",
                "[\"openai\", \"built-in-rubric\"] | [\"a,b\"] | provider_chain of at most",
                "\"speech\": [] | \"mood\": [] | chains for",
                "\"speech\": [] | \"speech\": null | chains.speech",
                "\"sales\" | \"built-in-de\" | default_bank null",
                "\"sales\" | \"x/bank/y\" | default_bank null",
                "600 | 59 | idle_timeout_seconds",
                "600 | 604801 | idle_timeout_seconds"
            })
    void shouldSayWhatIsWrong(String part, String broken, String expected) {
        assertThatThrownBy(() -> of(SOUND.replace(part, broken)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Expected " + expected);
    }

    @Test
    void shouldSayEverythingAtOnce() {
        assertThatThrownBy(() -> of("{}"))
                .isInstanceOf(Problem.class)
                .satisfies(
                        problem -> assertThat(problem.getMessage().split("; ")).hasSize(5));
    }

    private static OrganisationSettings of(String body) throws Exception {
        return Json.MAPPER.readValue(body, SettingsChange.class).of(ORGANISATION);
    }
}
