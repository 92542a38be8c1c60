package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.work.ContractMapping;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionBankPublished;
import io.colloquy.events.QuestionBankSelected;

/** The edge: banks as the contract and as we have them. */
final class BankContract {
    private BankContract() {}

    static QuestionBankPublished published(String bankId, QuestionBank bank, String authorId) {
        return new QuestionBankPublished(
                bankId,
                bank.version(),
                bank.name(),
                bank.language(),
                bank.families().stream()
                        .map(it -> new io.colloquy.events.JobFamily(it.name(), it.jobTerms(), it.jobHints()))
                        .toList(),
                bank.questions().stream().map(ContractMapping::toContract).toList(),
                authorId);
    }

    static QuestionBankSelected selected(CurrentBank current) {
        return new QuestionBankSelected(
                current.bankId(),
                current.version(),
                current.name(),
                current.language(),
                current.questions(),
                current.retired(),
                current.authorId());
    }

    static CurrentBank current(OrganisationEvent event, QuestionBankSelected it) {
        return new CurrentBank(
                it.getBankId(),
                it.getVersion(),
                it.getName(),
                it.getLanguage(),
                it.getQuestionCount(),
                it.getRetired(),
                it.getAuthorId(),
                event.getOccurredAt());
    }

    static BankVersion version(OrganisationEvent event, QuestionBankPublished it) {
        QuestionBank content = new QuestionBank(
                it.getName(),
                it.getVersion(),
                it.getLanguage(),
                it.getFamilies().stream()
                        .map(family -> new JobFamily(family.getName(), family.getJobTerms(), family.getJobHints()))
                        .toList(),
                it.getQuestions().stream().map(ContractMapping::fromContract).toList());
        return new BankVersion(it.getBankId(), content, it.getAuthorId(), event.getOccurredAt());
    }
}
