package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs interviews side by side against a stack that is up, and gathers what the public API says of them. */
public final class Demo {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Target target;
    private final Interview.Script script;
    private final Path out;
    private final Latencies commands = new Latencies();
    private final Latencies acks = new Latencies();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /**
     * A candidate's account.
     *
     * @param email to sign in with
     * @param password to sign in with
     */
    public record Account(String email, String password) {
        @Override
        public String toString() {
            return "Account[" + email + "]";
        }
    }

    /** @param out folder that reports are written to */
    public Demo(Target target, Interview.Script script, Path out) {
        this.target = target;
        this.script = script;
        this.out = out;
    }

    /**
     * Runs one interview for each account, all at once.
     *
     * @param watcher told of the interviews as soon as they exist; shows progress
     */
    public DemoResult run(List<Account> accounts, DemoProgress watcher) {
        List<Interview> interviews = accounts.stream().map(this::signedIn).toList();
        watcher.watch(interviews, script.questions());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> reports = interviews.stream()
                    .map(interview -> executor.submit(() -> conduct(interview)))
                    .toList();
            List<JsonNode> finals = new ArrayList<>();
            for (Future<JsonNode> report : reports) {
                finals.add(await(report));
            }
            return gather(interviews, finals);
        } finally {
            watcher.close();
        }
    }

    private Interview signedIn(Account account) {
        PublicApi api = new PublicApi(http, target, commands);
        api.signIn(account.email(), account.password());
        return new Interview(api, target, http, script, acks);
    }

    private static JsonNode conduct(Interview interview) {
        interview.begin();
        interview.answerAll();
        return interview.finalReport();
    }

    private static JsonNode await(Future<JsonNode> report) {
        try {
            return report.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Expected the interviews to finish, but was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoException told
                    ? told
                    : new DemoException("Expected the interviews to finish, but: " + e.getCause(), e.getCause());
        }
    }

    private DemoResult gather(List<Interview> interviews, List<JsonNode> reports) {
        Latencies frameToReading = new Latencies();
        Map<String, Long> notRead = new TreeMap<>();
        List<DemoResult.ReportFiles> files = new ArrayList<>();
        List<DemoResult.EvaluationResult> evaluations = new ArrayList<>();
        long sent = 0;
        long acked = 0;
        long readings = 0;
        long faces = 0;
        long blinks = 0;
        int answers = 0;
        for (int i = 0; i < interviews.size(); i++) {
            Interview interview = interviews.get(i);
            JsonNode page = interview.readings();
            JsonNode counts = page.path("counts");
            sent += interview.stream().sent();
            acked += interview.stream().acknowledged();
            readings += counts.path("readings").asLong();
            faces += counts.path("faces").asLong();
            blinks += counts.path("blinks").asLong();
            counts.path("not_read")
                    .properties()
                    .forEach(reason ->
                            notRead.merge(reason.getKey(), reason.getValue().asLong(), Long::sum));
            page.path("readings").forEach(reading -> frameToReading.add(age(reading)));
            for (JsonNode question : reports.get(i).path("questions")) {
                answers += question.path("answer").isTextual() ? 1 : 0;
                if (question.path("evaluation").isObject()) {
                    evaluations.add(DemoResult.EvaluationResult.of(question));
                }
            }
            files.add(write(interview, reports.get(i)));
        }
        return new DemoResult(
                interviews.stream().map(Interview::sessionId).toList(),
                sent,
                acked,
                readings,
                notRead,
                faces,
                blinks,
                answers,
                evaluations,
                reports.stream().map(DemoResult.PlannedBy::of).toList(),
                Map.of(
                        "ack", acks.summary(),
                        "frame_to_reading", frameToReading.summary(),
                        "command", commands.summary()),
                files);
    }

    /** From the picture to its reading, by the one clock of this machine. */
    private static long age(JsonNode reading) {
        Instant captured = Instant.parse(reading.path("captured_at").asText());
        Instant read = Instant.parse(reading.path("read_at").asText());
        return Duration.between(captured, read).toNanos();
    }

    private DemoResult.ReportFiles write(Interview interview, JsonNode report) {
        try {
            Files.createDirectories(out);
            Path html = out.resolve("report-" + interview.sessionId() + ".html");
            Path json = out.resolve("report-" + interview.sessionId() + ".json");
            Files.writeString(html, interview.reportPage());
            Files.writeString(json, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
            return new DemoResult.ReportFiles(
                    html.toAbsolutePath().toString(), json.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write reports to '%s', but could not".formatted(out), e);
        }
    }
}
