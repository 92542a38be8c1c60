package io.colloquy.evaluator.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.planning.InterviewKind;
import io.colloquy.evaluator.planning.Plan;
import io.colloquy.evaluator.planning.PlanRequest;
import io.colloquy.events.BankReference;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.Policy;
import io.colloquy.events.Rubric;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionBanksTest {
    private static final String OURS = "0197c0de-0000-7000-8000-00000000000a";
    private static final String THEIRS = "0197c0de-0000-7000-8000-00000000000b";
    private static final BankPlanner BUILT_IN = BankPlanner.builtIn();

    private final InMemoryBankLog log = new InMemoryBankLog();
    private final Library library = new Library(log.ledger(), log);
    private final SessionBanks banks = new SessionBanks(log.ledger(), BUILT_IN);

    @Test
    void shouldPlanFromTheVersionThatTheSessionWasStartedWith() {
        // given
        save("v1", bank("v1", 3));
        save("v1", bank("v2", 5));

        // when
        Plan plan = banks.of(started(OURS, new BankReference("sales", "v1"))).plan(request());

        // then
        assertThat(plan.version()).isEqualTo("v1");
        assertThat(plan.planner()).isEqualTo("bank/sales");
        assertThat(plan.questions()).allMatch(question -> question.text().endsWith(" v1"));
    }

    @Test
    void shouldPlanWhatASmallBankHas() {
        // given
        save("v1", bank("v1", 1));

        // when
        Plan plan = banks.of(started(OURS, new BankReference("sales", "v1"))).plan(request());

        // then
        assertThat(plan.questions()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void shouldFailWhileTheVersionIsNotHereAndForOtherOrganisations() {
        // given
        save("v1", bank("v1", 3));

        // when, then
        assertThatThrownBy(() -> banks.of(started(OURS, new BankReference("sales", "v2"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Expected version 'v2' of bank 'sales', but");
        assertThatThrownBy(() -> banks.of(started(THEIRS, new BankReference("sales", "v1"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldPlanFromTheBuiltInBankWhereTheSessionNamesNone() {
        assertThat(banks.of(started(OURS, null))).isSameAs(BUILT_IN);
    }

    private void save(String expected, QuestionBank bank) {
        Expectation expectation =
                bank.version().equals("v1") ? new Expectation.Absent() : new Expectation.Version(expected);
        library.save(new Library.Author(OURS, "user"), "sales", bank, expectation);
    }

    private static PlanRequest request() {
        return new PlanRequest("session-1", "Clerk", Optional.empty(), InterviewKind.MIXED, "en", 10);
    }

    private static QuestionBank bank(String version, int each) {
        QuestionBank builtIn = BankReader.builtIn();
        return new QuestionBank(
                "Sales",
                version,
                "en",
                builtIn.families(),
                builtIn.families().stream()
                        .filter(family -> family.name().equals("general"))
                        .flatMap(family -> Arrays.stream(QuestionKind.values())
                                .flatMap(kind -> builtIn.questions(family.name(), kind).stream()
                                        .limit(each)))
                        .map(it -> new Question(
                                it.id(),
                                it.text() + " " + version,
                                it.kind(),
                                it.category(),
                                it.difficulty(),
                                it.expectedPoints(),
                                it.weight(),
                                it.seconds()))
                        .toList());
    }

    private static SessionEvent started(String organisation, BankReference bank) {
        SessionStarted started = new SessionStarted(
                null,
                null,
                "Clerk",
                null,
                null,
                "mixed",
                "en",
                10,
                new Policy(EmotionPolicy.OFF, EmotionPolicy.OFF, true, false, null, null),
                new Rubric("built-in", "1", "hash", List.of()),
                List.of(),
                60_000L,
                List.of(),
                false,
                bank,
                List.of(),
                null);
        return new SessionEvent(
                "event", "session-1", organisation, 1L, Instant.EPOCH, null, "c", null, "system", started);
    }
}
