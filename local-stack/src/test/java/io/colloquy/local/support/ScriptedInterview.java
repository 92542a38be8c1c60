package io.colloquy.local.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Answers;
import io.colloquy.local.demo.Frames;
import io.colloquy.local.demo.Interview;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A whole interview through the public API, without a browser.
 *
 * @param sessionId of the finished interview
 * @param report the final one
 */
public record ScriptedInterview(String sessionId, JsonNode report) {
    private static final double FRAMES_PER_SECOND = 10;
    private static final Duration THINKING = Duration.ofMillis(500);

    /** Holds it with a drawn face and sample answers, from sign-in to the final report. */
    public static ScriptedInterview hold(SharedPlatform shared, int questions) {
        SignIn candidate = shared.newCandidate();
        Interview.Script script = new Interview.Script(
                "Software engineer", questions, Frames.drawn(), FRAMES_PER_SECOND, Answers.sample(), THINKING);
        try (HttpClient http = HttpClient.newHttpClient()) {
            PublicApi api = new PublicApi(http, shared.target(), new Latencies());
            api.signIn(candidate.email(), candidate.password());
            Interview interview = new Interview(api, shared.target(), http, script, new Latencies());
            interview.begin();
            interview.answerAll();
            return new ScriptedInterview(interview.sessionId(), interview.finalReport());
        }
    }
}
