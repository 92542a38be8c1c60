package io.colloquy.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.local.support.NodeScripts;
import io.colloquy.local.support.ScriptedInterview;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's kafkajs with the schema registry's client reads every topic of a finished interview, and nothing personal. */
@ExtendWith(SharedPlatform.Extension.class)
class KafkajsTest {
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

    /** Long enough not to occur by chance, short enough to find an answer that was cut. */
    private static final int EXCERPT = 24;

    private final SharedPlatform shared;

    KafkajsTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldReadEveryTopicButNothingPersonal() {
        // given
        NodeScripts scripts = NodeScripts.ready();
        ScriptedInterview interview = ScriptedInterview.hold(shared, 3);
        List<String> topics = Topics.all().stream().map(Topic::name).toList();

        // when
        JsonNode found = scripts.run(
                "read-topics.mjs",
                Map.of(
                        "brokers", List.of(shared.platform().stack().kafkaBootstrap()),
                        "registry", shared.platform().stack().registryUrl(),
                        "topics", topics,
                        "needles", needles(interview)));

        // then
        SoftAssertions.assertSoftly(softly -> topics.forEach(name -> check(softly, name, found.path(name), interview)));
        assertThat(found.at("/session-events/needles/session").asInt())
                .as("the search finds what is not sealed")
                .isPositive();
    }

    private static void check(SoftAssertions softly, String name, JsonNode topic, ScriptedInterview interview) {
        boolean ofSessions = !name.equals(Topics.ORGANISATION_EVENTS.name());
        softly.assertThat(topic.path("records").asInt()).as("%s: records", name).isPositive();
        softly.assertThat(topic.path("undecodable").asInt())
                .as("%s: not decoded", name)
                .isZero();
        softly.assertThat(topic.path("missing_fields")).as("%s: envelope", name).isEmpty();
        softly.assertThat(topic.path("wrong_keys").asInt()).as("%s: keys", name).isZero();
        softly.assertThat(topic.path("payloads").size())
                .as("%s: payloads", name)
                .isPositive();
        softly.assertThat(topic.path("payloads").has(""))
                .as("%s: empty payload", name)
                .isFalse();
        softly.assertThat(topic.at("/headers/ce_type").asInt())
                .as("%s: CloudEvents headers", name)
                .isEqualTo(topic.path("records").asInt());
        if (ofSessions) {
            softly.assertThat(topic.path("sessions").path(interview.sessionId()).asInt())
                    .as("%s: records of the interview", name)
                    .isPositive();
        }
        topic.path("needles")
                .fieldNames()
                .forEachRemaining(needle -> softly.assertThat(needle)
                        .as("%s: readable content", name)
                        .isEqualTo("session"));
    }

    /** Excerpts of everything personal that went in or came out, and the session's id, which must be found. */
    private static Map<String, String> needles(ScriptedInterview interview) {
        Map<String, String> needles = new HashMap<>();
        needles.put("session", encoded(interview.sessionId().getBytes(StandardCharsets.UTF_8)));
        needles.put("start of a picture", encoded(JPEG_START));
        needles.put("header of a picture", encoded(JFIF));
        for (JsonNode question : interview.report().path("questions")) {
            String position = question.path("position").asText();
            needles.put("answer " + position, excerpt(question.path("answer").asText()));
            question.at("/evaluation/dimensions")
                    .forEach(dimension -> dimension
                            .path("evidence")
                            .forEach(quote -> needles.put(
                                    "quote of " + dimension.path("name").asText() + position,
                                    excerpt(quote.asText()))));
        }
        return needles;
    }

    private static String excerpt(String text) {
        assertThat(text).hasSizeGreaterThan(EXCERPT);
        return encoded(text.substring(0, EXCERPT).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
