package io.colloquy.local.wholeinterview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.DemoException;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.support.InterviewAudit;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.local.support.Tables;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import io.lettuce.core.RedisClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.Extension.class)
class WholeInterviewTest {
    private static final int QUESTIONS = 5;
    private static final double FRAMES_PER_SECOND = 10;
    private static final Duration THINKING = Duration.ofMillis(1_200);
    private static final List<String> ONLY_OF_EMOTIONS =
            List.of("probabilities", "smoothed", "model_hash", "angry", "disgust");

    private final SharedPlatform shared;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    WholeInterviewTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldEndInAReportWithARealWebcamsPictures() {
        Optional<Frames> webcam = WebcamSequence.find();
        assumeTrue(
                webcam.isPresent(),
                "skipped: " + WebcamSequence.NAME + " is not there; COLLOQUY_DATA names its folder");
        shouldEndInAReport(webcam.get());
    }

    @Test
    void shouldEndInAReportWithDrawnPictures() {
        shouldEndInAReport(Frames.drawn());
    }

    private void shouldEndInAReport(Frames frames) {
        // given
        PublicApi candidate = signedIn(shared.newCandidate());
        Interview interview = new Interview(
                candidate,
                shared.target(),
                http,
                new Interview.Script(
                        "Software engineer", QUESTIONS, frames, FRAMES_PER_SECOND, Answers.sample(), THINKING),
                new Latencies());

        // when
        interview.begin();
        interview.answerAll();
        JsonNode report = interview.finalReport();

        // then
        InterviewAudit.assertFinal(report, QUESTIONS);
        InterviewAudit.assertOneHistory(shared.platform(), interview.sessionId());
        assertEveryFrameIsSettled(interview);
        assertEvidenceIsInTheAnswers(report);
        assertTheHistoryIsVerified(candidate, interview.sessionId());
        assertTheLiveViewEqualsTheTables(candidate, interview.sessionId());
        assertEmotionIsForTheCandidateAlone(candidate, interview);
    }

    private void assertEveryFrameIsSettled(Interview interview) {
        List<Long> frames = new ArrayList<>();
        JsonNode page = interview.readings();
        page.path("readings").forEach(reading -> {
            assertThat(reading.path("stream").asText())
                    .isEqualTo(interview.stream().streamId());
            assertThat(reading.path("faces").isNumber()
                            || reading.path("reason").isTextual())
                    .as("a reading or a reason")
                    .isTrue();
            frames.add(reading.path("frame_seq").asLong());
        });
        assertThat(frames)
                .containsAll(interview.stream().acknowledgedSeqs())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
        JsonNode counts = page.path("counts");
        assertThat(counts.path("readings").asLong() + sum(counts.path("not_read")))
                .isEqualTo(frames.size());
        assertThat(counts.path("faces").asDouble())
                .as("frames with a face, of %d", counts.path("readings").asLong())
                .isGreaterThanOrEqualTo(0.9 * interview.stream().acknowledged());
        InterviewAudit.of(shared.platform(), interview).assertNothingLostOrDoubled();
    }

    private static void assertEvidenceIsInTheAnswers(JsonNode report) {
        List<String> scored = new ArrayList<>();
        for (JsonNode question : report.path("questions")) {
            JsonNode evaluation = question.path("evaluation");
            assertThat(evaluation.at("/scored_by/provider").asText()).isEqualTo("built-in-rubric");
            if (!evaluation.path("outcome").asText().equals("SCORED")) {
                continue;
            }
            scored.add(question.path("question_id").asText());
            List<String> evidence = new ArrayList<>();
            evaluation
                    .path("dimensions")
                    .forEach(dimension -> dimension.path("evidence").forEach(quote -> evidence.add(quote.asText())));
            assertThat(evidence)
                    .as("evidence")
                    .isNotEmpty()
                    .allSatisfy(quote ->
                            assertThat(question.path("answer").asText()).contains(quote));
        }
        assertThat(scored).as("scored answers").hasSizeGreaterThanOrEqualTo(3);
    }

    private static void assertTheHistoryIsVerified(PublicApi candidate, String session) {
        JsonNode page = candidate.read("/api/v1/interviews/" + session + "/events?limit=1000");
        long seq = 0;
        for (JsonNode event : page.path("events")) {
            assertThat(event.path("seq").asLong()).isEqualTo(++seq);
        }
        assertThat(page.at("/chain/verified").asBoolean()).isTrue();
        assertThat(page.at("/chain/length").asLong()).isEqualTo(seq);
    }

    /** One fold of the same events, in Redis, over the API and in Postgres. */
    private void assertTheLiveViewEqualsTheTables(PublicApi candidate, String session) {
        JsonNode live = snapshot(session);
        assertThat(candidate.live("/api/v1/interviews/" + session)).isEqualTo(live);
        UUID id = UUID.fromString(session);
        Tables tables = new Tables(shared.platform());
        assertThat(tables.rows(
                        "select seq, state, consent_given, consent_video, consent_seq, total_questions, evaluated, overall"
                                + " from readmodel.sessions where session_id = ?",
                        id))
                .containsExactly(row(
                        live.path("version").asText(),
                        live.path("state").asText(),
                        flag(live.at("/consent/given")),
                        flag(live.at("/consent/video")),
                        live.at("/consent/seq").asText(),
                        live.path("total_questions").asText(),
                        flag(live.path("evaluated")),
                        figure(live.path("overall"))));
        List<String> questions = new ArrayList<>();
        live.path("questions")
                .forEach(question -> questions.add(row(
                        question.path("id").asText(),
                        question.path("position").asText(),
                        question.path("state").asText(),
                        question.path("outcome").asText(),
                        figure(question.path("overall")),
                        question.path("provider").asText())));
        assertThat(tables.rows(
                        "select question_id, position, state, outcome, overall, provider from readmodel.questions"
                                + " where session_id = ? and (state <> 'PLANNED' or position <= "
                                + QUESTIONS + ") order by position",
                        id))
                .hasSize(QUESTIONS)
                .isEqualTo(questions);
    }

    /** As Postgres writes a number: 8, not 8.0. */
    private static String figure(JsonNode number) {
        return number.isNumber() ? number.decimalValue().stripTrailingZeros().toPlainString() : number.asText();
    }

    private void assertEmotionIsForTheCandidateAlone(PublicApi candidate, Interview interview) {
        String session = interview.sessionId();
        String emotions = "/api/v1/emotions/session/" + session;
        assertThat(interview.latestReading().at("/emotion/probabilities")).hasSize(7);
        assertThat(candidate.read(emotions).path("emotions")).isNotEmpty();
        List<String> everywhereElse = List.of(
                "/api/v1/interviews/" + session + "/report",
                "/api/v1/interviews/" + session + "/report?format=html",
                "/api/v1/interviews/" + session + "/events?limit=1000",
                "/api/v1/readings/session/" + session,
                "/api/v1/scores/session/" + session,
                "/api/v1/interviews?limit=100");
        for (Role role : List.of(Role.INTERVIEWER, Role.ANALYST, Role.ADMIN)) {
            PublicApi reviewer = signedIn(shared.signIn(role));
            assertThatThrownBy(() -> reviewer.read(emotions))
                    .as(role.wireName())
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("got 403");
            for (String path : everywhereElse) {
                assertThat(reviewer.readText(path, path.contains("html") ? "text/html" : "application/json"))
                        .as("%s to %s", path, role.wireName())
                        .doesNotContain(ONLY_OF_EMOTIONS);
            }
        }
    }

    private JsonNode snapshot(String session) {
        RedisClient client = RedisClient.create(shared.platform().stack().redisUrl());
        try (var connection = client.connect()) {
            return Json.MAPPER.readTree(connection.sync().get(LiveKeys.session(session)));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Expected JSON in Redis, but it is something else", e);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private PublicApi signedIn(SignIn signIn) {
        PublicApi api = new PublicApi(http, shared.target(), new Latencies());
        api.signIn(signIn.email(), signIn.password());
        return api;
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    private static String row(String... columns) {
        return String.join(" ", columns);
    }

    /** As Postgres writes it. */
    private static String flag(JsonNode value) {
        return value.asBoolean() ? "t" : "f";
    }
}
