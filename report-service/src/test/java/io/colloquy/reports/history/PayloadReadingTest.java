package io.colloquy.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.AnswerAccepted;
import io.colloquy.events.AnswerScored;
import io.colloquy.events.DimensionScore;
import io.colloquy.events.EvaluationResult;
import io.colloquy.events.Personal;
import io.colloquy.events.ScoreOverridden;
import io.colloquy.events.ScoredBy;
import io.colloquy.events.Transcript;
import io.colloquy.reports.content.Contents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadReadingTest {
    /** Stands for an opener: tells the kind that it was asked for. */
    private static final Contents TELLING_KIND = (content, kind) -> Optional.of(kind + ":" + text(content));

    @Test
    void shouldOpenAnAnswer() {
        var payload = new AnswerAccepted("a", "q", personal("words"), 1_200L, null);

        EventView view = view(payload, TELLING_KIND);

        assertThat(view.type()).isEqualTo("AnswerAccepted");
        assertThat(view.data())
                .containsEntry("answer", "answer:words")
                .containsEntry("question_id", "q")
                .containsEntry("duration_ms", 1_200L);
    }

    @Test
    void shouldOpenWhatASpokenAnswerWasHeardAs() {
        var heard = new Transcript(personal("wards"), 0.6, "whisper", "small", "en", 4_000L);

        EventView view = view(new AnswerAccepted("a", "q", personal("words"), 1_200L, heard), TELLING_KIND);

        assertThat(view.data().toString()).contains("text=transcript:wards", "confidence=0.6", "provider=whisper");
    }

    @Test
    void shouldOpenEachKindUnderItsName() {
        var dimension = new DimensionScore("relevance", 7.0, List.of(personal("quote")), personal("why"));
        var scoredBy =
                new ScoredBy("p", "m", "1", null, "r", "h", 3L, 1, 0L, Map.of(), 0L, 0L, false, List.of(), List.of());
        var result = new EvaluationResult(List.of(dimension), 7.0, 0.8, personal("good"), scoredBy);

        EventView view = view(new AnswerScored("a", "q", result), TELLING_KIND);

        assertThat(view.data().toString())
                .contains("evidence:quote", "rationale:why", "feedback:good", "provider=p", "prompt_hash=null");
    }

    @Test
    void shouldOpenTheReasonOfAnOverrideAsOne() {
        EventView view = view(new ScoreOverridden("q", 8.0, personal("because"), "reviewer"), TELLING_KIND);

        assertThat(view.data()).containsEntry("reason", "override_reason:because");
    }

    @Test
    void shouldKeepWhatRemainsOnceErased() {
        EventView view = view(new AnswerAccepted("a", "q", personal("words"), 1_200L, null), Contents.ERASED);

        assertThat(view.data()).containsEntry("answer", null).containsEntry("question_id", "q");
    }

    @Test
    void shouldShowThatBytesCannotBeRead() {
        EventView view = new PayloadReading(TELLING_KIND).view(new DecodedEvent(new StoredEvent(4, new byte[1]), null));

        assertThat(view.seq()).isEqualTo(4);
        assertThat(view.type()).isEqualTo("Unreadable");
    }

    private static EventView view(Object payload, Contents contents) {
        byte[] value = Histories.bytes(Histories.event(Histories.SESSION, 3, null, payload));
        return new PayloadReading(contents).view(Histories.decoded(3, value));
    }

    private static Personal personal(String text) {
        return new Personal(
                "test", "key", ByteBuffer.wrap(new byte[12]), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Personal content) {
        return StandardCharsets.UTF_8.decode(content.getData().duplicate()).toString();
    }
}
