package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** One interview from start to final report, through the public API alone. */
public final class Interview {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MS = 1_000;

    private final PublicApi api;
    private final Target target;
    private final HttpClient http;
    private final Script script;
    private final Latencies ackLatencies;
    private final AtomicReference<JsonNode> latestReading = new AtomicReference<>();
    private final List<String> acknowledgedAnswers = new ArrayList<>();
    private volatile String sessionId = "";
    private volatile FrameStream stream;
    private volatile int answered;

    /**
     * What the candidate does.
     *
     * @param framesPerSecond the camera's pace
     * @param pause how long the candidate thinks about each answer
     */
    public record Script(
            String jobTitle, int questions, Frames frames, double framesPerSecond, Answers answers, Duration pause) {}

    /** @param api signed in already */
    public Interview(PublicApi api, Target target, HttpClient http, Script script, Latencies ackLatencies) {
        this.api = api;
        this.target = target;
        this.http = http;
        this.script = script;
        this.ackLatencies = ackLatencies;
    }

    /** Opens the session, gives consent to video and starts streaming. */
    public void begin() {
        ObjectNode setUp = PublicApi.object()
                .put("job_title", script.jobTitle())
                .put("question_count", script.questions())
                .put("recruitment", false);
        sessionId = api.command("/api/v1/interviews/start", setUp)
                .path("session_id")
                .asText();
        command("consent", PublicApi.object().put("video", true).put("text_version", "2"));
        stream = new FrameStream(
                http,
                target,
                sessionId,
                () -> command("socket-ticket", PublicApi.object())
                        .path("ticket")
                        .asText(),
                script.frames(),
                script.framesPerSecond(),
                ackLatencies,
                this::pushed);
        stream.start();
    }

    /** Answers every question, one after the other, and says that it is done. */
    public void answerAll() {
        for (int position = 1; position <= script.questions(); position++) {
            JsonNode question = currentQuestion(position);
            sleep(script.pause());
            String text = script.answers().to(position, question.path("text").asText());
            JsonNode accepted = command(
                    "answers",
                    PublicApi.object()
                            .put("question_id", question.path("id").asText())
                            .put("text", text)
                            .put("duration_ms", script.pause().toMillis()));
            acknowledgedAnswers.add(question.path("id").asText());
            answered = position;
            if (!"AnswerAccepted".equals(accepted.path("type").asText())) {
                throw new DemoException("Expected answer %d to be accepted, but the decision was '%s'"
                        .formatted(position, accepted.path("type").asText()));
            }
        }
        stream.close();
        command("complete", PublicApi.object());
    }

    /** Waits until every answer is settled and every acknowledged frame has a reading or a reason; returns the report. */
    public JsonNode finalReport() {
        AtomicReference<JsonNode> report = new AtomicReference<>();
        await("the final report", () -> {
            report.set(read("interviews/" + sessionId + "/report"));
            return report.get().path("final").asBoolean();
        });
        await("a reading for every acknowledged frame", () -> settledReadings() >= stream.acknowledged());
        return report.get();
    }

    /** Everything about the frames, from the public API: counts and each reading. */
    public JsonNode readings() {
        return read("readings/session/" + sessionId);
    }

    /** The report as a page. */
    public String reportPage() {
        return api.readText("/api/v1/interviews/" + sessionId + "/report?format=html", "text/html");
    }

    /** The session's id, once begun. */
    public String sessionId() {
        return sessionId;
    }

    /** The stream of frames, once begun. */
    public FrameStream stream() {
        return stream;
    }

    /** How many questions have been answered. */
    public int answered() {
        return answered;
    }

    /** The journal: question ids whose answers the server said it has. */
    public List<String> acknowledgedAnswers() {
        return List.copyOf(acknowledgedAnswers);
    }

    /** The latest pushed reading; null before the first. */
    public JsonNode latestReading() {
        return latestReading.get();
    }

    private JsonNode currentQuestion(int position) {
        AtomicReference<JsonNode> question = new AtomicReference<>();
        await("question " + position, () -> {
            question.set(api.live("/api/v1/interviews/" + sessionId).path("current_question"));
            return question.get().path("position").asInt() == position;
        });
        return question.get();
    }

    private long settledReadings() {
        JsonNode counts = readings().path("counts");
        long settled = counts.path("readings").asLong();
        for (JsonNode reason : counts.path("not_read")) {
            settled += reason.asLong();
        }
        return settled;
    }

    private JsonNode command(String name, ObjectNode body) {
        return api.command("/api/v1/interviews/" + sessionId + "/" + name, body);
    }

    private JsonNode read(String path) {
        return api.read("/api/v1/" + path);
    }

    private void pushed(JsonNode message) {
        if (message.path("type").asText().equals("emotion_update")) {
            latestReading.set(message.path("data"));
        }
    }

    private static void await(String what, BooleanSupplier there) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new DemoException(
                        "Expected %s within %d s, but it did not come".formatted(what, PATIENCE.toSeconds()));
            }
            sleep(Duration.ofMillis(POLL_MS));
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Expected to wait, but was interrupted", e);
        }
    }
}
