package io.colloquy.evaluator.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.QuestionBank;
import org.junit.jupiter.api.Test;

class LibraryTest {
    private static final Library.Author OURS = new Library.Author("0197c0de-0000-7000-8000-00000000000a", "user");
    private static final Library.Author THEIRS = new Library.Author("0197c0de-0000-7000-8000-00000000000b", "user");

    private final InMemoryBankLog log = new InMemoryBankLog();

    @Test
    void shouldKeepNoMoreVersionsThanThereIsRoomFor() {
        // given
        new Library(log.ledger(), log).save(OURS, "sales", bank("v1"), new Expectation.Absent());
        Library full = new Library(log.ledger(), log, log.ledger().bytes(OURS.organisationId()) + 1_000);

        // when, then
        assertThatThrownBy(() -> full.save(OURS, "sales", bank("v2"), new Expectation.Version("v1")))
                .hasMessageContaining("bytes of banks with all their versions, but");
        assertThat(log.ledger().versions(OURS.organisationId(), "sales")).hasSize(1);
        assertThat(full.save(THEIRS, "sales", bank("v2"), new Expectation.Absent())
                        .version())
                .isEqualTo("v2");
    }

    @Test
    void shouldTakeAnOldVersionBackThoughThereIsNoRoom() {
        // given
        Library library = new Library(log.ledger(), log);
        library.save(OURS, "sales", bank("v1"), new Expectation.Absent());
        library.save(OURS, "sales", bank("v2"), new Expectation.Version("v1"));
        Library full = new Library(log.ledger(), log, 0);

        // when
        CurrentBank current = full.save(OURS, "sales", bank("v1"), new Expectation.Version("v2"));

        // then
        assertThat(current.version()).isEqualTo("v1");
    }

    private static QuestionBank bank(String version) {
        QuestionBank builtIn = BankReader.builtIn();
        return new QuestionBank("Sales", version, "en", builtIn.families(), builtIn.questions());
    }
}
