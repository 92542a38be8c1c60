package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.AnswerLabel;
import io.colloquy.events.LabelAnswer;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.StartSession;
import io.colloquy.events.SubmitAnswer;
import io.colloquy.ingest.IngestService;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in, guest links and commands. */
class IngestDoorTest {
    @TempDir
    static Path folder;

    private static IngestStage stage;
    private static IngestService door;

    @BeforeAll
    static void start() throws Exception {
        stage = new IngestStage(folder);
        door = stage.door(Map.of());
        stage.seed(door);
    }

    @AfterAll
    static void stop() {
        door.close();
        stage.close();
    }

    @AfterEach
    void speakAgain() {
        stage.decider().silent(false);
        stage.decider()
                .redis()
                .keys("limit:*")
                .forEach(key -> stage.decider().redis().del(key));
    }

    @Test
    void shouldRotateTheRefreshTokenAndForgetItAtSignOut() {
        // given
        Caller caller = caller("candidate@acme.example");
        HttpCookie first = cookie(caller);

        // when
        Caller.Reply refreshed = caller.post("/api/v1/auth/refresh", Map.of());

        // then
        assertThat(first.isHttpOnly()).isTrue();
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(cookie(caller).getValue()).isNotEqualTo(first.getValue());
        assertThat(caller.get("/api/v1/auth/me").body().get("role").asText()).isEqualTo("candidate");
        assertThat(caller.post("/api/v1/auth/logout", Map.of()).status()).isEqualTo(204);
        assertThat(refresh(first)).isEqualTo(401);
    }

    @Test
    void shouldLetTwoTabsRefreshAtOnceButEndTheFamilyWhenAnOldTokenComesAgain() throws Exception {
        // given
        Caller caller = caller("candidate@acme.example");
        HttpCookie first = cookie(caller);

        // when
        int firstTab = refresh(first);
        int secondTab = refresh(first);
        caller.post("/api/v1/auth/refresh", Map.of());
        HttpCookie latest = cookie(caller);
        stage.execute("update identity.refresh_tokens set used_at = used_at - interval '1 minute'");
        int thief = refresh(first);

        // then
        assertThat(firstTab).isEqualTo(200);
        assertThat(secondTab).isEqualTo(200);
        assertThat(thief).isEqualTo(401);
        assertThat(refresh(latest)).isEqualTo(401);
    }

    @Test
    void shouldShowNoRowToARoleThatNamesNoOrganisation() throws Exception {
        // when, then
        for (String table : List.of("organisations", "users", "guest_links", "refresh_families", "refresh_tokens")) {
            assertThat(stage.countAsDoor("select count(*) from identity." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(stage.countAsDoor(
                        "select count(*) from identity.users, set_config('colloquy.organisation', '%s', false)"
                                .formatted(IngestStage.OTHER_ORGANISATION)))
                .isLessThan(6);
    }

    @Test
    void shouldLimitRequestsOfAUserAndSayWhenToComeBack() {
        // given
        try (IngestService strict = stage.door(Map.of("COLLOQUY_REQUESTS_PER_MINUTE", "3"))) {
            Caller caller = new Caller(strict.port()).signedIn("second@acme.example");

            // when
            List<Caller.Reply> replies = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(request -> caller.get("/api/v1/auth/me"))
                    .toList();

            // then
            assertThat(replies.getFirst().status()).isEqualTo(200);
            assertProblem(replies.getLast(), 429, "rate-limited");
            assertThat(replies.getLast().response().headers().firstValue("Retry-After"))
                    .isPresent();
        }
    }

    @Test
    void shouldServeTheRoomUnderAStrictPolicy() {
        // given
        Caller anybody = new Caller(door.port());

        // when
        Caller.Reply room = anybody.get("/room/");
        Caller.Reply config = anybody.get("/room/config.json");

        // then
        assertThat(room.status()).isEqualTo(200);
        assertThat(room.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(config.body().get("window").asInt()).isEqualTo(16);
        assertThat(anybody.get("/").response().headers().firstValue("Location").orElse(""))
                .endsWith("/room/");
        assertThat(anybody.get("/openapi.yaml").status()).isEqualTo(200);
        assertThat(anybody.get("/health/ready")
                        .body()
                        .get("observed")
                        .get("postgres")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldSayTheSameOfAWrongPasswordAndAnUnknownUser() {
        // when
        Caller.Reply wrong = new Caller(door.port())
                .post("/api/v1/auth/login", Map.of("email", "candidate@acme.example", "password", "guess"));
        Caller.Reply unknown = new Caller(door.port())
                .post("/api/v1/auth/login", Map.of("email", "nobody@acme.example", "password", "guess"));

        // then
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.body().get("detail")).isEqualTo(unknown.body().get("detail"));
    }

    @Test
    void shouldLimitGuessesOfOnePassword() {
        // given
        Map<String, String> guess = Map.of("email", "analyst@acme.example", "password", "guess");
        Caller caller = new Caller(door.port());

        // when
        List<Integer> statuses = java.util.stream.IntStream.range(0, 11)
                .mapToObj(attempt -> caller.post("/api/v1/auth/login", guess).status())
                .toList();

        // then
        assertThat(statuses).startsWith(401, 401).endsWith(429);
    }

    @Test
    void shouldStartAndDecideACommandOnce() {
        // given
        Caller candidate = caller("candidate@acme.example");

        // when
        String session = candidate.start();
        Caller.Reply answered = answer(candidate, session, "a log is a list", "answer-key-0001");
        Caller.Reply repeated = answer(candidate, session, "a log is a list", "answer-key-0001");

        // then
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body().get("type").asText()).isEqualTo("SubmitAnswer");
        assertThat(answered.body().get("session").get("version").asLong())
                .isEqualTo(answered.body().get("seq").asLong());
        assertThat(repeated.body().get("seq")).isEqualTo(answered.body().get("seq"));
        List<SessionCommand> commands = commands(session);
        assertThat(commands).hasSize(2);
        assertThat(commands.getFirst().getPayload()).isInstanceOf(StartSession.class);
        SubmitAnswer answer = (SubmitAnswer) commands.getLast().getPayload();
        assertThat(new String(answer.getAnswer().getData().array(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("a log is a list");
    }

    @Test
    void shouldOpenOneInterviewWhenAStartIsRepeated() {
        // given
        Caller candidate = caller("candidate@acme.example");
        Map<String, String> body = Map.of("job_title", "Backend engineer");

        // when
        Caller.Reply first = candidate.post("/api/v1/interviews/start", body, "Idempotency-Key", "start-key-0001");
        Caller.Reply second = candidate.post("/api/v1/interviews/start", body, "Idempotency-Key", "start-key-0001");

        // then
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().get("current_question").get("id").asText()).isEqualTo("q1");
        assertThat(second.body().get("session_id")).isEqualTo(first.body().get("session_id"));
        assertThat(commands(first.body().get("session_id").asText())).hasSize(1);
    }

    @Test
    void shouldTakeLabelsOfReviewersAndSealTheirNotes() {
        // given
        Caller candidate = caller("candidate@acme.example");
        Caller reviewer = caller("interviewer@acme.example");
        String session = candidate.start();
        Map<String, String> label = Map.of("question_id", "q1", "label", "keyword_stuffing", "note", "only terms");

        // when
        Caller.Reply taken = reviewer.post(path(session, "label"), label);

        // then
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().get("type").asText()).isEqualTo("LabelAnswer");
        assertThat(commands(session).getLast().getPayload()).isInstanceOfSatisfying(LabelAnswer.class, sent -> {
            assertThat(sent.getLabel()).isEqualTo(AnswerLabel.KEYWORD_STUFFING);
            assertThat(StandardCharsets.ISO_8859_1
                            .decode(sent.getLabelNote().getData())
                            .toString())
                    .doesNotContain("only terms");
        });
        assertThat(candidate.post(path(session, "label"), label).status()).isEqualTo(403);
        assertThat(caller("analyst@acme.example")
                        .post(path(session, "label"), label)
                        .status())
                .isEqualTo(403);
        assertThat(caller("interviewer@other.example")
                        .post(path(session, "label"), label)
                        .status())
                .isEqualTo(404);
        for (String unknown : List.of("GOOD", "unknown", "great")) {
            assertProblem(
                    reviewer.post(path(session, "label"), Map.of("question_id", "q1", "label", unknown)),
                    400,
                    "invalid-request");
        }
    }

    @Test
    void shouldTellWhyACommandWasRefused() {
        // given
        Caller candidate = caller("candidate@acme.example");
        String session = candidate.start();

        // when
        Caller.Reply skipped = candidate.post(path(session, "skip"), Map.of("question_id", "q1"));

        // then
        assertThat(skipped.status()).isEqualTo(409);
        assertThat(skipped.body().get("type").asText()).endsWith("/rejected");
        assertThat(skipped.body().get("rejection").asText()).isEqualTo("INVALID_STATE");
    }

    @Test
    void shouldLetTheStarterGoOnBeforeAnythingIsDecided() {
        // given
        Caller candidate = caller("candidate@acme.example");
        stage.decider().silent(true);

        // when
        Caller.Reply started = candidate.post("/api/v1/interviews/start", Map.of("job_title", "Backend engineer"));
        String session = started.body().get("session_id").asText();
        Caller.Reply consent = candidate.post(path(session, "consent"), Map.of("video", true, "text_version", "1"));

        // then
        assertThat(started.status()).isEqualTo(202);
        assertThat(consent.status()).isEqualTo(202);
        assertThat(caller("second@acme.example")
                        .post(path(session, "pause"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(candidate.get("/api/v1/interviews/" + session).status()).isEqualTo(503);
    }

    @Test
    void shouldShowASessionToItsCandidateAndStaffOnly() {
        // given
        String session = caller("candidate@acme.example").start();
        String path = "/api/v1/interviews/" + session;

        // when, then
        assertThat(caller("analyst@acme.example").get(path).status()).isEqualTo(200);
        assertThat(caller("second@acme.example").get(path).status()).isEqualTo(404);
        assertThat(caller("admin@other.example").get(path).status()).isEqualTo(404);
        assertThat(caller("candidate@acme.example")
                        .get("/api/v1/interviews/nonsense")
                        .status())
                .isEqualTo(404);
        assertThat(new Caller(door.port()).get(path).status()).isEqualTo(401);
        assertThat(caller("analyst@acme.example")
                        .post(path + "/cancel", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(caller("interviewer@acme.example")
                        .post(path + "/answers", Map.of("question_id", "q1", "text", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shouldGiveAGuestOneInterviewByOneLink() {
        // given
        Caller.Reply link = caller("interviewer@acme.example")
                .post(
                        "/api/v1/guest/links",
                        Map.of(
                                "job_title",
                                "Nurse",
                                "job_description",
                                "Night shifts on a children's ward.",
                                "candidate_name",
                                "Ada",
                                "recruitment",
                                true,
                                "question_count",
                                3));
        assertThat(link.status()).isEqualTo(201);
        String token = link.body().get("token").asText();
        Caller guest = new Caller(door.port());

        // when
        JsonNode redeemed =
                guest.post("/api/v1/guest/redeem", Map.of("token", token)).body();
        guest.withToken(redeemed.get("access_token").asText());
        Caller.Reply started =
                guest.post("/api/v1/interviews/start", Map.of("job_title", "Other", "recruitment", false));
        String session = started.body().get("session_id").asText();

        // then
        assertThat(redeemed.get("interview").get("candidate_name").asText()).isEqualTo("Ada");
        assertThat(redeemed.at("/interview/job_description").asText()).isEqualTo("Night shifts on a children's ward.");
        assertThat(started.body().get("total_questions").asInt()).isEqualTo(3);
        StartSession start = (StartSession) commands(session).getFirst().getPayload();
        assertThat(start.getJobTitle()).isEqualTo("Nurse");
        assertThat(start.getRecruitment()).isTrue();
        assertThat(start.getJobDescription()).isNotNull();
        assertThat(start.getJobDescription().toString()).doesNotContain("ward");
        assertThat(guest.post("/api/v1/interviews/start", Map.of("job_title", "x"))
                        .body()
                        .get("session_id"))
                .isEqualTo(started.body().get("session_id"));
        assertThat(guest.get("/api/v1/interviews/" + session).status()).isEqualTo(200);
        assertThat(new Caller(door.port())
                        .post("/api/v1/guest/redeem", Map.of("token", token))
                        .status())
                .isEqualTo(409);
        assertThat(guest.post("/api/v1/auth/refresh", Map.of())
                        .body()
                        .get("access_token")
                        .asText())
                .satisfies(jwt -> assertThat(claims(jwt)).contains(session));
    }

    @Test
    void shouldRefuseWhatIsNoRequest() {
        // given
        Caller candidate = caller("candidate@acme.example");
        String session = candidate.start();

        // when, then
        assertProblem(candidate.post("/api/v1/interviews/start", "{"), 400, "invalid-json");
        assertProblem(candidate.post("/api/v1/interviews/start", "{\"job_title\":7}"), 400, "invalid-json");
        assertProblem(candidate.post("/api/v1/interviews/start", Map.of()), 400, "invalid-request");
        assertProblem(candidate.post(path(session, "consent"), Map.of()), 400, "invalid-request");
        assertProblem(
                candidate.post(path(session, "pause"), Map.of(), "Idempotency-Key", "short"), 400, "invalid-request");
        assertProblem(candidate.post(path(session, "answers"), "\"" + "x".repeat(10_000_000) + "\""), 413, "too-large");
        assertProblem(
                candidate.post(path(session, "answers"), Map.of("question_id", "q1", "text", "x".repeat(20_001))),
                400,
                "invalid-request");
    }

    private static void assertProblem(Caller.Reply reply, int status, String slug) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().get("type").asText()).endsWith("/" + slug);
        assertThat(reply.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    private static Caller.Reply answer(Caller candidate, String session, String text, String key) {
        return candidate.post(
                path(session, "answers"), Map.of("question_id", "q1", "text", text), "Idempotency-Key", key);
    }

    private static String path(String session, String command) {
        return "/api/v1/interviews/" + session + "/" + command;
    }

    private static List<SessionCommand> commands(String session) {
        return stage.decider().commands().stream()
                .filter(command -> command.getSessionId().equals(session))
                .toList();
    }

    private static Caller caller(String email) {
        return new Caller(door.port()).signedIn(email);
    }

    private static int refresh(HttpCookie cookie) {
        return new Caller(door.port())
                .post("/api/v1/auth/refresh", Map.of(), "Cookie", cookie.getName() + "=" + cookie.getValue())
                .status();
    }

    private static HttpCookie cookie(Caller caller) {
        return caller.cookies().getCookieStore().getCookies().getFirst();
    }

    private static String claims(String jwt) {
        return new String(
                java.util.Base64.getUrlDecoder().decode(jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'))),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
