package io.colloquy.local.wholeinterview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.support.SharedPlatform;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a candidate was asked in one interview is not asked in the next. */
@ExtendWith(SharedPlatform.Extension.class)
class SecondInterviewTest {
    private static final int QUESTIONS = 3;
    private static final int INTERVIEWS = 3;

    private final SharedPlatform shared;
    private final HttpClient http = HttpClient.newHttpClient();

    SecondInterviewTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldAskACandidateOtherQuestionsInTheNextInterview() {
        // given
        PublicApi candidate = new PublicApi(http, shared.target(), new Latencies());
        SignIn signIn = shared.newCandidate();
        candidate.signIn(signIn.email(), signIn.password());

        // when
        List<String> asked = new ArrayList<>();
        for (int interview = 0; interview < INTERVIEWS; interview++) {
            asked.addAll(skipped(candidate));
        }

        // then
        assertThat(asked).hasSize(QUESTIONS * INTERVIEWS).doesNotHaveDuplicates();
    }

    /** The questions of an interview in which none is answered. */
    private static List<String> skipped(PublicApi candidate) {
        ObjectNode setUp =
                PublicApi.object().put("job_title", "Software engineer").put("question_count", QUESTIONS);
        String session = "/api/v1/interviews/"
                + candidate
                        .command("/api/v1/interviews/start", setUp)
                        .path("session_id")
                        .asText();
        candidate.command(
                session + "/consent", PublicApi.object().put("video", false).put("text_version", "1"));
        List<String> asked = new ArrayList<>();
        for (int position = 1; position <= QUESTIONS; position++) {
            JsonNode question = question(candidate, session, position);
            asked.add(question.path("text").asText());
            candidate.command(
                    session + "/skip",
                    PublicApi.object().put("question_id", question.path("id").asText()));
        }
        candidate.command(session + "/complete", PublicApi.object());
        return asked;
    }

    private static JsonNode question(PublicApi candidate, String session, int position) {
        return await().atMost(PublicApi.PATIENCE)
                .until(
                        () -> candidate.live(session).path("current_question"),
                        it -> it.path("position").asInt() == position);
    }
}
