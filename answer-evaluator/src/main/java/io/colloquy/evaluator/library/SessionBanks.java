package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.work.QuestionPlanning;
import io.colloquy.events.BankReference;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;

/**
 * The bank that a session was started with: that version of that bank of its organisation, however often it was changed since,
 * or the built-in one.
 *
 * @param builtIn for sessions that were started with none of their organisation
 */
public record SessionBanks(BankLedger ledger, BankPlanner builtIn) implements QuestionPlanning.Banks {
    @Override
    public BankPlanner of(SessionEvent event) {
        BankReference wanted = ((SessionStarted) event.getPayload()).getBank();
        if (wanted == null) {
            return builtIn;
        }
        return ledger.version(event.getOrganisationId(), wanted.getBankId(), wanted.getVersion())
                .map(bank -> new BankPlanner(named(bank)))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected version '%s' of bank '%s', but it is not here yet: another attempt will find it"
                                .formatted(wanted.getVersion(), wanted.getBankId())));
    }

    /** Plans name who planned: a bank's id, which stays when its display name changes. */
    private static QuestionBank named(BankVersion bank) {
        QuestionBank content = bank.content();
        return new QuestionBank(
                "bank/" + bank.bankId(),
                content.version(),
                content.language(),
                content.families(),
                content.questions());
    }
}
