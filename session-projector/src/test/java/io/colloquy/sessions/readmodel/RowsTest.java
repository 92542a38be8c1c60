package io.colloquy.sessions.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.sessions.decider.Given;
import io.colloquy.sessions.decider.Interview;
import io.colloquy.sessions.decider.RandomInterview;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.SessionFold;
import io.colloquy.sessions.model.SessionModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void shouldGiveBackEverySessionAsItWas() {
        int started = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Optional<SessionModel> given =
                    fold(new RandomInterview(seed).play(60).history());
            if (given.isPresent()) {
                started++;
                assertThat(readBack(given.get())).as("seed %d", seed).isEqualTo(given.get());
            }
        }
        assertThat(started).isGreaterThan(900);
    }

    @Test
    void shouldShowThePayloadWithSealedValuesAsColumnsHaveThem() {
        // given
        Interview interview = Interview.running(1);
        interview.answer("q1");
        RecordedEvent accepted = interview.history().stream()
                .filter(it -> it.event().type().equals("AnswerAccepted"))
                .findFirst()
                .orElseThrow();

        // when
        JsonNode json = PayloadJson.of(EventMapping.toAvro(accepted).getPayload());

        // then
        assertThat(json.get("question_id").textValue()).isEqualTo("q1");
        assertThat(json.get("duration_ms").longValue()).isEqualTo(30_000);
        assertThat(SealedColumn.read(Json.write(json.get("answer")))
                        .orElseThrow()
                        .getData())
                .isEqualTo(Given.sealed("words").data());
    }

    private static SessionModel readBack(SessionModel model) {
        List<QuestionModel> questions = model.questions().stream()
                .map(question -> QuestionRow.of(model.opening(), question).question())
                .toList();
        return SessionRow.of(model).model(questions);
    }

    private static Optional<SessionModel> fold(List<RecordedEvent> history) {
        Optional<SessionModel> model = Optional.empty();
        for (RecordedEvent recorded : history) {
            model = SessionFold.fold(model, recorded);
        }
        return model;
    }
}
