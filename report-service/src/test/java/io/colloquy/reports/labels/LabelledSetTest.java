package io.colloquy.reports.labels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.Personal;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.reports.content.Contents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelledSetTest {
    private static final String LONG = "word ".repeat(20_000);
    private static final Contents LONG_ANSWERS = (content, kind) -> Optional.of(LONG);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void shouldWriteEachAnswerBeforeTheNextOneIsOpened() throws IOException {
        // given
        List<Integer> sizes = new ArrayList<>();

        // when
        write((content, kind) -> {
            sizes.add(written.size());
            return Optional.of(LONG);
        });

        // then
        assertThat(sizes).hasSize(3);
        assertThat(sizes.get(1)).isGreaterThan(LONG.length() - 20_000);
        assertThat(sizes.get(2)).isGreaterThan(2 * LONG.length() - 20_000);
    }

    @Test
    void shouldTellEachQuestionOnceAndLeaveOutWhatDoesNotOpen() throws IOException {
        // when
        write(LONG_ANSWERS);
        JsonNode set = Json.MAPPER.readTree(written.toByteArray());
        written.reset();
        write(Contents.ERASED);
        JsonNode erased = Json.MAPPER.readTree(written.toByteArray());

        // then
        assertThat(set.get("answers")).hasSize(3);
        assertThat(set.get("questions")).hasSize(1);
        assertThat(set.at("/answers/2/question_id")).isEqualTo(set.at("/questions/0/id"));
        assertThat(erased.get("answers")).isEmpty();
        assertThat(erased.get("questions")).isEmpty();
    }

    /** Answers that come as one page. */
    private void write(Contents contents) throws IOException {
        Stream<LabelledAnswer> labelled = Stream.of(List.of("one", "two", "three"))
                .flatMap(page -> page.stream().map(LabelledSetTest::answer));
        Json.MAPPER.writeValue(written, LabelledSet.of(labelled, subject -> contents));
    }

    private static LabelledAnswer answer(String session) {
        return new LabelledAnswer(
                new Subject("o", session),
                new LabelledAnswer.Asked("en", "Engineer", "TECHNICAL", "Why?", List.of("a log")),
                new Personal("scheme", "key", ByteBuffer.allocate(0), ByteBuffer.allocate(0)),
                new LabelledAnswer.Judgement("SCORED", 7.0, "built-in-rubric", "built-in-rubric"),
                List.of(new LabelRow("q1", Label.GOOD, "somebody", null, Instant.EPOCH)));
    }
}
