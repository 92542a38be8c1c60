package io.colloquy.local.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.evaluator.labelled.LabelledSet;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.colloquy.reports.ReportService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What report-service shows of the real tables, and to whom. */
class ReportReadsTest {
    @TempDir
    private static Path folder;

    private static ReportFixture fixture;

    private final String organisation = id();
    private final String candidate = id();
    private String staff;
    private String own;
    private ReportSession session;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        fixture = new ReportFixture(folder);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void interview() {
        staff = fixture.token(organisation, "analyst", id());
        own = fixture.token(organisation, "candidate", candidate);
        session = ReportSession.insert(fixture, organisation, candidate, "PRACTICE");
    }

    @Test
    void shouldShowAReportToItsCandidateAndToStaff() {
        for (String token : List.of(own, staff)) {
            JsonNode report = json(session.path("report"), token);

            assertThat(report.at("/candidate_name").asText()).isEqualTo("Ada Lovelace");
            assertThat(report.at("/final").asBoolean()).isTrue();
            assertThat(report.at("/questions/0/answer").asText()).isEqualTo(ReportSession.ANSWER);
            JsonNode dimension = report.at("/questions/0/evaluation/dimensions/0");
            assertThat(dimension.at("/evidence/0").asText()).isEqualTo(ReportSession.QUOTE);
            assertThat(dimension.at("/rationale").asText()).isEqualTo("names the point");
            assertThat(dimension.at("/weight").asDouble()).isEqualTo(2);
            assertThat(report.at("/questions/1/state").asText()).isEqualTo("SKIPPED");
            assertThat(report.at("/integrity/several_faces").asInt()).isEqualTo(1);
            assertThat(report.toString()).doesNotContain("probabilities").doesNotContain("happy");
        }
    }

    @Test
    void shouldNotShowTheCandidateWhatHasNotBeenAskedYet() {
        session.execute("update readmodel.sessions set state = 'IN_PROGRESS' where session_id = :session");
        session.execute(
                "update readmodel.questions set state = 'PLANNED' where session_id = :session and position = 2");

        assertThat(json(session.path("report"), own).toString()).doesNotContain("Why?");
        assertThat(json(session.path("report"), staff).toString()).contains("Why?");
    }

    @Test
    void shouldShowAPageThatMarksTheEvidence() {
        HttpResponse<String> page = fixture.get(session.path("report"), staff, "Accept", "text/html");

        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body())
                .contains("with <mark title=\"relevance\">&lt;b&gt;Kafka&lt;/b&gt;</mark> and")
                .doesNotContain("<b>Kafka");
    }

    @Test
    void shouldAnswerWhatIsForeignLikeWhatDoesNotExist() {
        List<String> strangers = List.of(
                fixture.token(id(), "admin", id()),
                fixture.token(organisation, "candidate", id()),
                fixture.token(organisation, "candidate", candidate, Map.of("session", id())));
        List<String> paths = List.of(
                session.path("report"),
                session.path("events"),
                session.path("replay"),
                "/api/v1/scores/session/" + session.id(),
                "/api/v1/readings/session/" + session.id(),
                "/api/v1/emotions/session/" + session.id());
        for (String path : paths) {
            for (String stranger : strangers) {
                HttpResponse<String> foreign = fixture.get(path, stranger);
                HttpResponse<String> unknown = fixture.get(path.replace(session.id(), id()), staff);

                assertThat(foreign.statusCode()).as(path).isEqualTo(404);
                assertThat(unknown.statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void shouldListWhatTheCallerMayRead() {
        ReportSession.insert(fixture, organisation, id(), "OFF");

        assertThat(json("/api/v1/interviews", staff).at("/interviews")).hasSize(2);
        assertThat(json("/api/v1/interviews", own).at("/interviews")).hasSize(1);
        assertThat(json("/api/v1/interviews", fixture.token(id(), "admin", id()))
                        .at("/interviews"))
                .isEmpty();
        assertThat(json("/api/v1/interviews?state=CANCELLED", staff).at("/interviews"))
                .isEmpty();
        assertThat(json("/api/v1/interviews?job_title=ENGINEER&evaluated=true", staff)
                        .at("/interviews"))
                .hasSize(2);
        assertThat(json("/api/v1/interviews", own)
                        .at("/interviews/0/candidate_name")
                        .asText())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void shouldPageThroughAListWithoutGapOrRepetition() {
        for (int i = 0; i < 6; i++) {
            ReportSession.insert(fixture, organisation, candidate, "OFF");
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json("/api/v1/interviews?limit=3" + after, staff);
            page.get("interviews")
                    .forEach(interview -> seen.add(interview.get("session_id").asText()));
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asText();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void shouldVerifyAHistoryAndShowIt() {
        JsonNode history = json(session.path("events"), own);

        assertThat(history.at("/chain/verified").asBoolean()).isTrue();
        assertThat(history.at("/chain/length").asInt()).isEqualTo(3);
        assertThat(history.get("events").findValuesAsText("type"))
                .containsExactly("ConsentGiven", "AnswerAccepted", "SessionCompleted");
        assertThat(history.at("/events/1/data/answer").asText()).isEqualTo(ReportSession.ANSWER);
        assertThat(json(session.path("events?as_of=2"), own).get("events")).hasSize(2);
        assertThat(json(session.path("events?as_of=" + ReportSession.START.plusSeconds(1)), own)
                        .get("events"))
                .hasSize(1);
        assertThat(json(session.path("events?after=1&limit=1"), own).get("next").asInt())
                .isEqualTo(2);
    }

    @Test
    void shouldFindAForgedHistory() {
        session.execute("""
                update readmodel.session_events set value = set_byte(value, length(value) - 20, 7)
                where session_id = :session and seq = 2
                """);

        JsonNode chain = json(session.path("events"), own).get("chain");

        assertThat(chain.get("verified").asBoolean()).isFalse();
        assertThat(chain.get("broken_at").asInt()).isBetween(2, 3);
    }

    @Test
    void shouldFindACutOffHistory() {
        session.execute("delete from readmodel.session_events where session_id = :session and seq = 3");

        assertThat(json(session.path("events"), own).at("/chain/verified").asBoolean())
                .isFalse();
    }

    @Test
    void shouldTellAHistoryAgain() {
        HttpResponse<String> replay = fixture.get(session.path("replay?speed=0"), own);

        assertThat(replay.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(replay.body().lines().filter(line -> line.startsWith("id: ")))
                .containsExactly("id: 1", "id: 2", "id: 3");
        assertThat(replay.body()).endsWith("event: end\ndata: {\"events\":3}\n\n");
        assertThat(fixture.get(session.path("replay?speed=0"), own, "Last-Event-ID", "2")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("id: ")))
                .containsExactly("id: 3");
    }

    @Test
    void shouldCountAndPageReadings() {
        JsonNode all = json("/api/v1/readings/session/" + session.id(), own);
        JsonNode first = json("/api/v1/readings/session/" + session.id() + "?limit=2", own);
        JsonNode second = json(
                "/api/v1/readings/session/" + session.id() + "?limit=2&after="
                        + first.get("next").asText(),
                own);

        assertThat(all.get("readings")).hasSize(3);
        assertThat(all.get("next").isNull()).isTrue();
        assertThat(all.at("/readings/2/reason").asText()).isEqualTo("UNDECODABLE");
        assertThat(all.at("/counts/readings").asInt()).isEqualTo(2);
        assertThat(all.at("/counts/faces").asInt()).isEqualTo(2);
        assertThat(all.at("/counts/not_read/UNDECODABLE").asInt()).isEqualTo(1);
        assertThat(second.get("readings")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void shouldShowEmotionsToThoseWhomThePolicyNames() {
        ReportSession reviewed = ReportSession.insert(fixture, organisation, candidate, "REVIEWER");
        ReportSession off = ReportSession.insert(fixture, organisation, candidate, "OFF");

        assertThat(emotions(session, own)).isEqualTo(200);
        assertThat(emotions(session, staff)).isEqualTo(403);
        assertThat(emotions(reviewed, own)).isEqualTo(200);
        assertThat(emotions(reviewed, staff)).isEqualTo(200);
        assertThat(emotions(off, own)).isEqualTo(403);
        assertThat(emotions(off, staff)).isEqualTo(403);
        assertThat(json("/api/v1/emotions/session/" + session.id(), own)
                        .at("/emotions/0/probabilities/happy")
                        .asDouble())
                .isEqualTo(0.7, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void shouldShowLabelsToStaffAlone() {
        session.addLabel("somebody", "PARTIAL", "Says how, not why.", 1);

        JsonNode label = json(session.path("report"), staff).at("/questions/0/labels/0");
        HttpResponse<String> page = fixture.get(session.path("report"), staff, "Accept", "text/html");

        assertThat(label.get("label").asText()).isEqualTo("partial");
        assertThat(label.get("labeller_id").asText()).isEqualTo("somebody");
        assertThat(label.get("note").asText()).isEqualTo("Says how, not why.");
        assertThat(page.body()).contains("Labelled partial").contains("Says how, not why.");
        assertThat(json(session.path("report"), own).at("/questions/0/labels")).isEmpty();
        for (String path : List.of("/api/v1/labels", "/api/v1/labels/calibration")) {
            assertThat(fixture.get(path, own).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void shouldGiveLabelledAnswersToTheCommandThatMeasuresEvaluators() throws IOException {
        // given
        ReportSession other = ReportSession.insert(fixture, organisation, candidate, "OFF");
        ReportSession erased = ReportSession.insert(fixture, organisation, candidate, "OFF");
        ReportSession foreign = ReportSession.insert(fixture, id(), candidate, "OFF");
        for (ReportSession it : List.of(session, other, erased, foreign)) {
            it.plan();
            it.addLabel("one", "WRONG", null, 1);
        }
        session.addLabel("two", "GOOD", null, 2);
        session.addLabel("three", "GOOD", "well", 3);
        other.addLabel("two", "UNKNOWN", null, 9);
        erased.erase();

        // when
        String export = fixture.get("/api/v1/labels", staff).body();
        LabelledSet set = LabelledSet.read(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
        JsonNode calibration = json("/api/v1/labels/calibration", staff);

        // then
        assertThat(set.questions()).singleElement().satisfies(question -> {
            assertThat(question.text()).isEqualTo("How?");
            assertThat(question.kind()).isEqualTo("technical");
            assertThat(question.language()).isEqualTo("en");
            assertThat(question.jobDescription()).isEqualTo("Backend engineer");
            assertThat(question.expectedPoints()).containsExactly(new LabelledSet.Point("a log"));
        });
        assertThat(set.answers())
                .extracting(answer -> answer.id() + " " + answer.label() + " " + answer.text())
                .containsExactly(
                        session.id() + "/q1 GOOD " + ReportSession.ANSWER,
                        other.id() + "/q1 WRONG " + ReportSession.ANSWER);
        assertThat(export).doesNotContain("well").contains("\"labeller_id\":\"three\"");
        assertThat(calibration.get("answers").asInt()).isEqualTo(3);
        assertThat(calibration.at("/evaluators/0/provider").asText()).isEqualTo("built-in-rubric");
        assertThat(calibration.at("/evaluators/0/labels/0/mean").asDouble()).isEqualTo(7.5);
        assertThat(calibration.at("/evaluators/0/pairs").toString()).isEqualTo("{\"count\":0,\"of\":2,\"share\":0.0}");
        assertThat(fixture.get("/api/v1/labels?limit=0", staff).statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNameBothOverallsOnceAScoreIsOverridden() {
        session.execute(
                "update readmodel.questions set override_overall = 3, override_by = 'reviewer', override_at = now()"
                        + " where session_id = :session and question_id = 'q1'");

        JsonNode report = json(session.path("report"), staff);
        JsonNode scores = json("/api/v1/scores/session/" + session.id(), staff);
        HttpResponse<String> page = fixture.get(session.path("report"), staff, "Accept", "text/html");

        for (JsonNode reply : List.of(report, scores)) {
            assertThat(reply.get("overall").asDouble()).isEqualTo(7.5);
            assertThat(reply.get("overall_with_overrides").asDouble()).isEqualTo(3);
            assertThat(reply.at("/questions/0/evaluation/overall").asDouble()).isEqualTo(7.5);
            assertThat(reply.at("/questions/0/override/overall").asDouble()).isEqualTo(3);
        }
        assertThat(page.body()).contains("out of 10, by the machine").contains("with reviewers' scores in its place");
    }

    @Test
    void shouldTellCandidatesThatAPersonScoredButNotWho() {
        session.execute(
                "update readmodel.questions set override_overall = 3, override_by = 'reviewer-7', override_at = now()"
                        + " where session_id = :session and question_id = 'q1'");
        List<String> paths = List.of(session.path("report"), "/api/v1/scores/session/" + session.id());

        for (String path : paths) {
            assertThat(json(path, staff).at("/questions/0/override/reviewer_id").asText())
                    .isEqualTo("reviewer-7");
            assertThat(json(path, own).at("/questions/0/override/overall").asDouble())
                    .isEqualTo(3);
            assertThat(fixture.get(path, own).body()).doesNotContain("reviewer-7");
        }
        assertThat(fixture.get(session.path("report"), own, "Accept", "text/html")
                        .body())
                .contains("A reviewer's score: 3.0")
                .doesNotContain("reviewer-7");
    }

    @Test
    void shouldSumUpATimeline() {
        session.addFrame(3, 1_200, 1, true, null);
        session.addFrame(4, 1_900, 0, false, null);
        session.addFrame(5, 1_950, null, false, "TRUNCATED");
        session.addFrame(6, 1_960, null, false, "TRUNCATED");
        session.addEmotion(3, 1_200, 0.2);
        session.addEmotion(4, 1_900, 0.6);
        session.addEmotion(7, 61_000, 0.5);
        String path = "/api/v1/emotions/session/" + session.id();

        JsonNode seconds = json(path + "?bucket=1s", own);
        JsonNode minutes = json(path + "?bucket=60s", own);
        JsonNode first = json(path + "?bucket=1s&limit=1", own);
        JsonNode second =
                json(path + "?bucket=1s&limit=2&after=" + first.get("next").asText(), own);

        assertThat(seconds.get("bucket_seconds").asInt()).isEqualTo(1);
        assertThat(seconds.get("buckets").findValuesAsText("from"))
                .containsExactly("2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z", "2026-03-01T10:01:01Z");
        JsonNode start = seconds.at("/buckets/0");
        assertThat(start.get("readings").asInt()).isEqualTo(2);
        assertThat(start.get("several_faces").asInt()).isEqualTo(1);
        assertThat(start.at("/not_read/UNDECODABLE").asInt()).isEqualTo(1);
        assertThat(start.at("/probabilities/happy").asDouble()).isCloseTo(0.7, within(1e-6));
        assertThat(start.at("/smoothed/happy").asDouble()).isCloseTo(0.6, within(1e-6));
        JsonNode next = seconds.at("/buckets/1");
        assertThat(next.get("emotions").asInt()).isEqualTo(2);
        assertThat(next.at("/probabilities/happy").asDouble()).isCloseTo(0.4, within(1e-6));
        assertThat(next.get("faces").asInt()).isEqualTo(1);
        assertThat(next.get("no_face").asInt()).isEqualTo(1);
        assertThat(next.get("blinks").asInt()).isEqualTo(1);
        assertThat(next.get("not_read").toString()).isEqualTo("{\"TRUNCATED\":2}");
        assertThat(seconds.at("/buckets/2/readings").asInt()).isZero();
        assertThat(minutes.get("buckets")).hasSize(2);
        assertThat(minutes.at("/buckets/0/emotions").asInt()).isEqualTo(3);
        assertThat(minutes.at("/buckets/0/probabilities/happy").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(first.get("buckets")).hasSize(1);
        assertThat(second.get("buckets"))
                .isEqualTo(json(path + "?bucket=1s&after=2026-03-01T10:00:00Z", own)
                        .get("buckets"));
        assertThat(second.get("buckets")).hasSize(2);
        assertThat(json(path, own).get("emotions")).hasSize(4);
    }

    @Test
    void shouldShowNoTimelineAgainstThePolicy() {
        ReportSession off = ReportSession.insert(fixture, organisation, candidate, "OFF");
        String query = "?bucket=1s&emotion=REVIEWER&policy=REVIEWER&as_of=1&organisation_id=" + organisation;

        for (String token : List.of(staff, fixture.token(organisation, "admin", id()))) {
            assertThat(fixture.get("/api/v1/emotions/session/" + session.id() + query, token)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(fixture.get("/api/v1/emotions/session/" + off.id() + query, own)
                        .statusCode())
                .isEqualTo(403);
        assertThat(fixture.get("/api/v1/emotions/session/" + session.id() + query, fixture.token(id(), "admin", id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(fixture.get("/api/v1/emotions/session/" + session.id() + "?bucket=90s", own)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldShowNoFacesWhereFaceSignalsAreOff() {
        session.execute("update readmodel.sessions set policy_face_signals = false where session_id = :session");

        for (String token : List.of(own, staff)) {
            JsonNode readings = json("/api/v1/readings/session/" + session.id(), token);
            JsonNode report = json(session.path("report"), token);
            assertThat(readings.get("readings").findValuesAsText("reason")).containsExactly("UNDECODABLE");
            assertThat(readings.at("/counts/readings").asInt()).isZero();
            assertThat(readings.at("/counts/blinks").asInt()).isZero();
            assertThat(report.at("/integrity/faces").asInt()).isZero();
            assertThat(report.at("/integrity/several_faces").asInt()).isZero();
            assertThat(report.at("/integrity/blinks").asInt()).isZero();
            assertThat(report.at("/integrity/not_read/UNDECODABLE").asInt()).isEqualTo(1);
        }
        JsonNode bucket = json("/api/v1/emotions/session/" + session.id() + "?bucket=1s", own)
                .at("/buckets/0");
        assertThat(bucket.at("/probabilities/happy").asDouble()).isCloseTo(0.7, within(1e-6));
        for (String count : List.of("readings", "faces", "no_face", "several_faces", "blinks")) {
            assertThat(bucket.get(count).isNull()).as(count).isTrue();
        }
        assertThat(bucket.at("/not_read/UNDECODABLE").asInt()).isEqualTo(1);
    }

    @Test
    void shouldCarryNoEmotionOfAPracticeSessionInAnythingThatStaffCanRead() {
        List<String> paths = List.of(
                session.path("report"),
                session.path("report?format=html"),
                session.path("events"),
                session.path("events?as_of=3"),
                session.path("events?as_of=" + ReportSession.START.plusSeconds(2)),
                session.path("replay?speed=0"),
                "/api/v1/interviews",
                "/api/v1/scores/session/" + session.id(),
                "/api/v1/readings/session/" + session.id());

        for (String role : List.of("analyst", "interviewer", "admin")) {
            for (String path : paths) {
                HttpResponse<String> read = fixture.get(path, fixture.token(organisation, role, id()));
                assertThat(read.statusCode()).as(path).isEqualTo(200);
                assertThat(read.body())
                        .as(path)
                        .doesNotContain("probabilities", "smoothed", "happy", "model_hash", "surprise");
            }
        }
    }

    @Test
    void shouldWaitUntilTheReadModelIsThere() throws InterruptedException {
        Thread projector = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
                session.execute("update readmodel.sessions set seq = 4 where session_id = :session");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        JsonNode report = json(session.path("report?min_seq=4"), own);
        projector.join();

        assertThat(report.get("seq").asLong()).isEqualTo(4);
        assertThat(fixture.get(session.path("report?min_seq=5"), own).statusCode())
                .isEqualTo(503);
        assertThat(fixture.get(session.path("report?min_seq=many"), own).statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldShowWhatRemainsOnceTheKeyIsGone() {
        session.erase();

        JsonNode report = json(session.path("report"), staff);
        JsonNode history = json(session.path("events"), staff);

        assertThat(report.get("candidate_name").isNull()).isTrue();
        assertThat(report.at("/questions/0/answer").isNull()).isTrue();
        assertThat(report.at("/questions/0/evaluation/overall").asDouble()).isEqualTo(7.5);
        assertThat(history.at("/chain/verified").asBoolean()).isTrue();
        assertThat(history.at("/events/1/data/answer").isNull()).isTrue();
        assertThat(json("/api/v1/interviews", staff)
                        .at("/interviews/0/candidate_name")
                        .isNull())
                .isTrue();
        assertThat(fixture.get(session.path("report?format=html"), staff).body())
                .doesNotContain("Kafka")
                .doesNotContain("Ada");
    }

    @Test
    void shouldReportWithoutTheRegistryButNotReadAHistory() {
        try (ReportService alone = fixture.service(URI.create("http://127.0.0.1:1"))) {
            assertThat(fixture.get(alone, session.path("report"), own).statusCode())
                    .isEqualTo(200);
            assertThat(fixture.get(alone, session.path("events"), own).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void shouldTellTheBoardWhatChanges() {
        try (Stream<String> lines = fixture.send("/api/v1/board/stream", staff, BodyHandlers.ofLines())
                .body()) {
            session.execute("""
                    insert into readmodel.dead_letters values
                    ('session-projector-dlq', 'session-commands', 0, 1, :session, 'X', 'unreadable', '2026-03-01T10:00:00Z')
                    """);

            String told =
                    lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();

            JsonNode interview = Json.read(told.substring("data: ".length()), JsonNode.class);
            assertThat(interview.get("session_id").asText()).isEqualTo(session.id());
            assertThat(interview.get("dead_letters").asInt()).isEqualTo(1);
        }
        assertThat(fixture.get("/api/v1/board/stream", own).statusCode()).isEqualTo(403);
    }

    private int emotions(ReportSession of, String token) {
        return fixture.get("/api/v1/emotions/session/" + of.id(), token).statusCode();
    }

    private static JsonNode json(String path, String token) {
        HttpResponse<String> response = fixture.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body(), JsonNode.class);
    }

    private static String id() {
        return Ids.next().toString();
    }
}
