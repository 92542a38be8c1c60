package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.JobFamily;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.bank.QuestionKind;
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
                bank.questions().stream().map(BankContract::question).toList(),
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
                it.getQuestions().stream().map(BankContract::question).toList());
        return new BankVersion(it.getBankId(), content, it.getAuthorId(), event.getOccurredAt());
    }

    private static io.colloquy.events.Question question(Question question) {
        return new io.colloquy.events.Question(
                question.id(),
                question.text(),
                question.kind().name(),
                question.category(),
                question.difficulty(),
                question.expectedPoints().stream()
                        .map(point -> new io.colloquy.events.ExpectedPoint(point.text(), point.synonyms()))
                        .toList(),
                question.weight(),
                question.seconds());
    }

    private static Question question(io.colloquy.events.Question question) {
        return new Question(
                question.getQuestionId(),
                question.getText(),
                QuestionKind.valueOf(question.getKind()),
                question.getCategory(),
                question.getDifficulty(),
                question.getExpectedPoints().stream()
                        .map(point -> new ExpectedPoint(point.getText(), point.getSynonyms()))
                        .toList(),
                question.getWeight(),
                question.getSeconds());
    }
}
