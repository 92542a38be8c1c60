package io.colloquy.local.wholeinterview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Progress;
import io.colloquy.local.Service;
import io.colloquy.local.ServicePorts;
import io.colloquy.local.SignIn;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.demo.StubProvider;
import io.colloquy.local.demo.Target;
import io.colloquy.local.support.InterviewAudit;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider that goes away in the middle of an interview: nothing is lost, and nothing lies about who scored. */
class ProviderPulledTest {
    private static final int QUESTIONS = 5;
    private static final int BEFORE_PULLING = 3;

    @Test
    void shouldFinishWithWhatIsLeftOfTheChainAndSayWhichWasWhich() {
        try (StubProvider stub = StubProvider.start(Duration.ZERO)) {
            Map<String, String> environment = Map.of(
                    "COLLOQUY_HOME",
                    Path.of("target", "colloquy-home").toAbsolutePath().toString(),
                    "COLLOQUY_OPENAI_URL",
                    stub.url().toString(),
                    "COLLOQUY_OPENAI_MODEL",
                    StubProvider.MODEL,
                    "COLLOQUY_PROVIDER_PRIVATE_HOSTS",
                    "127.0.0.1",
                    "COLLOQUY_SEED_PROVIDER_CHAIN",
                    "openai,built-in-rubric",
                    "COLLOQUY_EVALUATOR_PAUSE",
                    "100ms");
            StackHome home = StackHome.temporary(environment);
            try (LocalPlatform platform = LocalPlatform.start(
                            home, StackPorts.free(), ServicePorts.free(), environment, Progress.silent());
                    HttpClient http = HttpClient.newHttpClient()) {
                // given
                Target target =
                        new Target(URI.create(platform.url(Service.INGEST)), URI.create(platform.url(Service.REPORT)));
                PublicApi api = new PublicApi(http, target, new Latencies());
                SignIn candidate = platform.candidate(1);
                api.signIn(candidate.email(), candidate.password());
                Interview interview = new Interview(
                        api,
                        target,
                        http,
                        new Interview.Script(
                                "Software engineer",
                                QUESTIONS,
                                Frames.drawn(),
                                5,
                                pulling(stub),
                                Duration.ofMillis(300)),
                        new Latencies());

                // when
                interview.begin();
                interview.answerAll();
                JsonNode report = interview.finalReport();

                // then
                InterviewAudit.assertFinal(report, QUESTIONS);
                InterviewAudit.of(platform, interview).assertNothingLostOrDoubled();
                assertThat(scoredBy(report, "openai")).isNotEmpty().allSatisfy(it -> {
                    assertThat(it.path("model").asText()).isEqualTo(StubProvider.MODEL);
                    assertThat(it.path("prompt_hash").asText()).hasSize(64);
                    assertThat(it.path("fallbacks")).isEmpty();
                });
                assertThat(scoredBy(report, "built-in-rubric"))
                        .filteredOn(it -> !it.path("fallbacks").isEmpty())
                        .isNotEmpty()
                        .allSatisfy(it -> {
                            assertThat(it.at("/fallbacks/0/provider").asText()).isEqualTo("openai");
                            assertThat(it.at("/fallbacks/0/reason").asText())
                                    .isIn("PROVIDER_UNREACHABLE", "PROVIDER_BREAKER_OPEN");
                        });
                assertThat(report.at("/planned_by/planner").asText()).isEqualTo("openai");
                assertThat(report.at("/planned_by/model").asText()).isEqualTo(StubProvider.MODEL);
                assertThat(report.at("/planned_by/fallbacks")).isEmpty();
                assertThat(interview.reportPage())
                        .contains("Questions planned by openai (" + StubProvider.MODEL + "), prompt plan-2")
                        .contains("Scored by openai (" + StubProvider.MODEL)
                        .contains("Fallback: openai was to score this, but did not (provider unreachable)");
            } finally {
                home.delete();
            }
        }
    }

    /** The stub is gone once it has planned and scored something and before the last answers are given. */
    private static Answers pulling(StubProvider stub) {
        Answers sample = Answers.sample();
        return (position, question) -> {
            if (position == BEFORE_PULLING) {
                await().until(() -> stub.calls() > 1);
                stub.close();
            }
            return sample.to(position, question);
        };
    }

    private static List<JsonNode> scoredBy(JsonNode report, String provider) {
        List<JsonNode> found = new ArrayList<>();
        report.path("questions").forEach(question -> {
            JsonNode by = question.at("/evaluation/scored_by");
            if (by.path("provider").asText().equals(provider)) {
                found.add(by);
            }
        });
        return found;
    }
}
