package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Languages;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words of work by language; languages without a bank make do.
 *
 * @param byLanguage vocabulary by language code
 */
record Vocabularies(Map<String, Vocabulary> byLanguage) {
    Vocabularies {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** Of the built-in banks. */
    static Vocabularies builtIn() {
        return new Vocabularies(BankReader.everyBuiltIn().stream()
                .collect(Collectors.toUnmodifiableMap(QuestionBank::language, Vocabularies::of)));
    }

    private static Vocabulary of(QuestionBank bank) {
        return Vocabulary.of(bank, Languages.of(bank.language()).orElseThrow());
    }

    Vocabulary of(Language language) {
        Vocabulary known = byLanguage.get(language.code());
        return known == null ? Vocabulary.of(language) : known;
    }
}
