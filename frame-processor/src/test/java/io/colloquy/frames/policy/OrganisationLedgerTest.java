package io.colloquy.frames.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.schemas.OrganisationKeys;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationLedgerTest {
    private final Organisations organisations = new Organisations();

    @Test
    void shouldKnowTheLatestSettings() {
        // when
        organisations.say("a", EmotionPolicy.PRACTICE, true, "US");
        organisations.say("a", EmotionPolicy.REVIEWER, false, null);

        // then
        assertThat(organisations.ledger().of("a"))
                .isEqualTo(new OrganisationSetting(EmotionPolicy.REVIEWER, false, Optional.empty()));
        assertThat(organisations.ledger().of("b")).isEqualTo(OrganisationSetting.DEFAULT);
    }

    @Test
    void shouldCloseWhatCannotBeReadOrWasDeleted() {
        // given
        organisations.say("a", EmotionPolicy.REVIEWER, true, "US");
        organisations.say("b", EmotionPolicy.REVIEWER, true, "US");

        // when
        organisations.sayNonsense("a");
        organisations.ledger().take("organisations", "b", null);
        organisations.ledger().take("organisations", null, new byte[0]);

        // then
        assertThat(organisations.ledger().of("a")).isEqualTo(OrganisationSetting.DEFAULT);
        assertThat(organisations.ledger().of("b").emotion()).isEqualTo(EmotionPolicy.OFF);
    }

    @Test
    void shouldKeepSettingsWhateverIsSaidOfQuestionBanks() {
        // given
        organisations.say("a", EmotionPolicy.REVIEWER, true, "US");

        // when
        organisations.sayNonsense(OrganisationKeys.bank("a", "sales"));
        organisations.sayNonsense(OrganisationKeys.bankVersion("a", "sales", "0123"));
        organisations.ledger().take("organisations", OrganisationKeys.bank("a", "sales"), null);

        // then
        assertThat(organisations.ledger().of("a").emotion()).isEqualTo(EmotionPolicy.REVIEWER);
    }
}
