package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.ingest.IngestService;
import io.colloquy.local.support.SamplePdf;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CVs and job descriptions at the door. */
class UploadDoorTest {
    private static final String PDF = "/api/v1/upload/pdf";
    private static final String TEXT = "/api/v1/upload/txt";
    private static final int MOST_BYTES = 5 << 20;

    @TempDir
    static Path folder;

    private static IngestStage stage;
    private static IngestService door;

    @BeforeAll
    static void start() throws Exception {
        stage = new IngestStage(folder);
        door = stage.door(Map.of("COLLOQUY_UPLOADS_AT_ONCE", "1"));
        stage.seed(door);
    }

    @AfterAll
    static void stop() {
        door.close();
        stage.close();
    }

    @AfterEach
    void countAnew() {
        stage.decider()
                .redis()
                .keys("limit:*")
                .forEach(key -> stage.decider().redis().del(key));
    }

    @Test
    void shouldGiveTheTextOfAPdfToAGuestAsBodyAndAsForm() throws Exception {
        // given
        Caller guest = guest();
        byte[] pdf = SamplePdf.of("Ada Lovelace", "Analyst of en-", "gines");

        // when
        Caller.Reply raw = guest.postBytes(PDF, pdf, "Content-Type", "application/pdf");
        Caller.Reply form = guest.postBytes(PDF, form(pdf), "Content-Type", "multipart/form-data; boundary=xyz");

        // then
        assertThat(raw.status()).isEqualTo(200);
        assertThat(raw.body().get("text").asText()).isEqualTo("Ada Lovelace\nAnalyst of engines");
        assertThat(raw.body().get("pages").asInt()).isEqualTo(1);
        assertThat(raw.body().get("characters").asInt()).isEqualTo(31);
        assertThat(raw.body().get("truncated").asBoolean()).isFalse();
        assertThat(raw.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(form.body()).isEqualTo(raw.body());
    }

    @Test
    void shouldGiveCleanTextOfATextFile() {
        // given
        Caller staff = caller("interviewer@acme.example");
        byte[] file = "<b>Zoë</b>\r\n\u0000for \u20ac 5".getBytes(StandardCharsets.UTF_8);

        // when
        Caller.Reply reply =
                staff.postBytes(TEXT, Arrays.copyOf(bytes("x".repeat(200) + "\n"), 201), "Content-Type", "text/plain");
        Caller.Reply form = staff.postBytes(
                TEXT,
                form(joined(file, bytes("\n" + "y".repeat(100)))),
                "Content-Type",
                "multipart/form-data; boundary=xyz");

        // then
        assertThat(reply.body().get("characters").asInt()).isEqualTo(200);
        assertThat(form.body().get("text").asText()).startsWith("<b>Zoë</b>\nfor € 5\ny");
    }

    @Test
    void shouldCutTextAtWhatAnInterviewTakes() {
        // when
        Caller.Reply reply = caller("candidate@acme.example")
                .postBytes(TEXT, bytes("word ".repeat(30_000)), "Content-Type", "text/plain");

        // then
        assertThat(reply.body().get("characters").asInt()).isEqualTo(100_000);
        assertThat(reply.body().get("truncated").asBoolean()).isTrue();
    }

    @Test
    void shouldSayWhatIsWrongUnderStableTypes() throws Exception {
        // given
        Caller caller = caller("candidate@acme.example");
        byte[] whole = SamplePdf.of("words");

        // when, then
        assertProblem(pdf(caller, new byte[0]), 422, "empty-upload");
        assertProblem(pdf(caller, bytes("PK\u0003\u0004 a word processor's")), 422, "not-a-pdf");
        assertProblem(pdf(caller, Arrays.copyOf(whole, 60)), 422, "pdf-damaged");
        assertProblem(pdf(caller, SamplePdf.locked("secret")), 422, "pdf-encrypted");
        assertProblem(pdf(caller, SamplePdf.scan()), 422, "pdf-without-text");
        assertProblem(caller.postBytes(TEXT, whole, "Content-Type", "text/plain"), 422, "not-plain-text");
        assertProblem(caller.postBytes(TEXT, bytes(" \n\t"), "Content-Type", "text/plain"), 422, "empty-upload");
        assertProblem(caller.postBytes(PDF, whole, "Content-Type", "application/json"), 415, "unsupported");
        assertProblem(
                caller.postBytes(PDF, bytes("--xyz--"), "Content-Type", "multipart/form-data; boundary=xyz"),
                400,
                "invalid-request");
        assertProblem(
                new Caller(door.port()).postBytes(PDF, whole, "Content-Type", "application/pdf"), 401, "unauthorised");
    }

    @Test
    void shouldRefuseMoreThanFiveMegabytesHoweverTheyCome() throws Exception {
        // given
        Caller caller = caller("candidate@acme.example");
        byte[] large = Arrays.copyOf(bytes("%PDF-1.7"), MOST_BYTES + 1);

        // when
        Caller.Reply whole = pdf(caller, large);
        int chunked = chunked(caller, large);
        Caller.Reply form = caller.postBytes(PDF, form(large), "Content-Type", "multipart/form-data; boundary=xyz");

        // then
        assertProblem(whole, 413, "too-large");
        assertThat(chunked).isEqualTo(413);
        assertProblem(form, 413, "too-large");
    }

    @Test
    void shouldGoOnServingWhileABombIsRead() throws Exception {
        // given
        Caller bomber = caller("candidate@acme.example");
        Caller other = caller("second@acme.example");
        byte[] bomb = SamplePdf.drawingForEver();
        CompletableFuture<Caller.Reply> reading = CompletableFuture.supplyAsync(() -> pdf(bomber, bomb));
        org.awaitility.Awaitility.await().until(() -> reader().isPresent() || reading.isDone());

        // when
        Caller.Reply meanwhile = other.get("/api/v1/auth/me");
        Caller.Reply second = pdf(other, SamplePdf.of("words"));
        Caller.Reply again = pdf(bomber, SamplePdf.of("words"));
        Caller.Reply text = other.postBytes(TEXT, bytes("words"), "Content-Type", "text/plain");

        // then
        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(text.status()).isEqualTo(200);
        assertProblem(second, 503, "unavailable");
        assertThat(second.response().headers().firstValue("Retry-After")).isPresent();
        assertProblem(again, 429, "rate-limited");
        assertProblem(reading.join(), 422, "pdf-too-demanding");
        assertThat(reader()).isEmpty();
        assertThat(pdf(other, SamplePdf.of("words")).status()).isEqualTo(200);
    }

    @Test
    void shouldLimitUploadsOfAUser() {
        // given
        Caller caller = caller("second@acme.example");

        // when
        List<Integer> statuses = IntStream.range(0, 41)
                .mapToObj(upload -> caller.postBytes(TEXT, bytes("words"), "Content-Type", "text/plain")
                        .status())
                .toList();

        // then
        assertThat(statuses).contains(200).endsWith(429);
    }

    private static java.util.Optional<ProcessHandle> reader() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ExtractPdf"))
                .findFirst();
    }

    private static Caller.Reply pdf(Caller caller, byte[] file) {
        return caller.postBytes(PDF, file, "Content-Type", "application/pdf");
    }

    private static int chunked(Caller caller, byte[] file) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + PDF))
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))
                .build();
        return caller.http().send(request, BodyHandlers.discarding()).statusCode();
    }

    private static Caller guest() {
        Caller.Reply link = caller("interviewer@acme.example")
                .post("/api/v1/guest/links", Map.of("job_title", "Analyst", "candidate_name", "Ada"));
        Caller guest = new Caller(door.port());
        String token = guest.post(
                        "/api/v1/guest/redeem",
                        Map.of("token", link.body().get("token").asText()))
                .body()
                .get("access_token")
                .asText();
        return guest.withToken(token);
    }

    private static Caller caller(String email) {
        return new Caller(door.port()).signedIn(email);
    }

    private static byte[] form(byte[] file) {
        return joined(
                bytes("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n"),
                file,
                bytes("\r\n--xyz--\r\n"));
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertProblem(Caller.Reply reply, int status, String slug) {
        assertThat(reply.status()).as(slug).isEqualTo(status);
        assertThat(reply.body().get("type").asText()).endsWith("/" + slug);
        assertThat(reply.body().get("detail").asText()).startsWith("Expected");
    }
}
