package io.colloquy.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.BankReference;
import io.colloquy.events.QuestionsPlanned;
import io.colloquy.events.SessionStarted;
import io.colloquy.local.Service;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.local.support.TopicLog;
import io.colloquy.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.Extension.class)
class BanksInChromiumTest {
    private final SharedPlatform shared;

    BanksInChromiumTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldAskTheQuestionsOfABankThatWasUploadedAndChanged() {
        // given
        Chromium chromium = Chromium.ready(shared);

        // when
        JsonNode result = chromium.run("banks.mjs", Map.of("evaluator", shared.url(Service.EVALUATOR)));

        // then
        String session = result.path("session_id").asText();
        JsonNode questions =
                chromium.read("/api/v1/interviews/" + session + "/report").path("questions");
        List<String> texts = new ArrayList<>();
        result.path("texts").forEach(text -> texts.add(text.asText()));
        assertThat(questions)
                .extracting(question -> question.path("text").asText())
                .containsExactlyInAnyOrderElementsOf(texts);
        BankReference bank = only(session, SessionStarted.class).getBank();
        assertThat(bank.getBankId()).isEqualTo(result.path("bank_id").asText());
        assertThat(bank.getVersion()).isEqualTo(result.path("version").asText());
        QuestionsPlanned planned = only(session, QuestionsPlanned.class);
        assertThat(planned.getPlanner()).isEqualTo("bank/" + bank.getBankId());
        assertThat(planned.getBankVersion()).isEqualTo(bank.getVersion());
    }

    private <T> T only(String session, Class<T> type) {
        List<T> found = new TopicLog(shared.platform())
                .of(Topics.SESSION_EVENTS, session).stream()
                        .map(entry -> entry.value().getPayload())
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
