package io.colloquy.evaluator.library;

import io.colloquy.evaluator.meaning.EmbeddingChains;
import io.colloquy.evaluator.providers.Capability;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The organisations' chains of embeddings, from the topic of what they decided.
 *
 * @param ledger of what they decided
 * @param current whether it was read to its end
 */
public record OrganisationEmbeddings(BankLedger ledger, BooleanSupplier current) implements EmbeddingChains {
    @Override
    public boolean areKnown() {
        return current.getAsBoolean();
    }

    @Override
    public Optional<List<String>> of(String organisationId) {
        return ledger.chain(organisationId, Capability.EMBEDDINGS.label());
    }
}
