package io.colloquy.evaluator.library;

import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.platform.http.Problem;
import io.colloquy.schemas.OrganisationKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saving and retiring banks. Thread-safe; throws {@link LogUnavailableException} while Kafka is away. */
public final class Library {
    private static final int MOST_BYTES = 700_000;
    private static final int MOST_BANKS = 200;
    /** Versions stay for ever, and every instance has them in memory. */
    private static final long MOST_KEPT_BYTES = 64L << 20;

    private final BankLedger ledger;
    private final BankLog log;
    private final long mostKeptBytes;

    /** @param log writes what the ledger reads */
    public Library(BankLedger ledger, BankLog log) {
        this(ledger, log, MOST_KEPT_BYTES);
    }

    /** @param mostKeptBytes of all versions of an organisation's banks */
    Library(BankLedger ledger, BankLog log, long mostKeptBytes) {
        this.ledger = ledger;
        this.log = log;
        this.mostKeptBytes = mostKeptBytes;
    }

    /** Who decides something about a bank. */
    public record Author(String organisationId, String userId) {}

    /**
     * Makes a content the current version, and the bank one that is in use. What is current already is not written again.
     *
     * @throws Problem 404, 409 or 412 when the expectation does not hold; 409 when there is no room for another version
     * @throws InvalidContentException when it is too large
     */
    public CurrentBank save(Author author, String bankId, QuestionBank content, Expectation expected) {
        BankLog.Entry version = new BankLog.Entry(
                OrganisationKeys.bankVersion(author.organisationId(), bankId, content.version()),
                BankContract.published(bankId, content, author.userId()));
        int size = log.size(author.organisationId(), version);
        if (size > MOST_BYTES) {
            throw new InvalidContentException(
                    List.of("Expected a bank of at most %d bytes, but it has %d".formatted(MOST_BYTES, size)));
        }
        CurrentBank wanted = new CurrentBank(
                bankId,
                content.version(),
                content.name(),
                content.language(),
                content.questions().size(),
                false,
                author.userId(),
                Instant.EPOCH);
        log.append(author.organisationId(), () -> {
            Optional<CurrentBank> found = ledger.current(author.organisationId(), bankId);
            expected.require(bankId, found);
            requireRoom(author, found);
            List<BankLog.Entry> entries = decide(author, wanted, found, version);
            if (entries.contains(version)) {
                requireSpace(author, size);
            }
            return entries;
        });
        return ledger.current(author.organisationId(), bankId).orElseThrow(() -> Expectation.unknown(bankId));
    }

    /**
     * Takes a bank out of use; its versions stay.
     *
     * @throws Problem 404 or 412 when the expectation does not hold, 409 when it is the organisation's default
     */
    public void retire(Author author, String bankId, Expectation expected) {
        String organisation = author.organisationId();
        log.append(organisation, () -> {
            Optional<CurrentBank> found = ledger.current(organisation, bankId);
            expected.require(bankId, found);
            CurrentBank current = found.orElseThrow(() -> Expectation.unknown(bankId));
            if (ledger.defaultBank(organisation).filter(bankId::equals).isPresent()) {
                throw Problem.conflict(
                        "Expected a bank that is not the organisation's default, but '%s' is".formatted(bankId));
            }
            return current.retired() ? List.of() : List.of(selection(author, retired(current, author)));
        });
    }

    private void requireRoom(Author author, Optional<CurrentBank> found) {
        if (found.isEmpty() && ledger.banks(author.organisationId()).size() >= MOST_BANKS) {
            throw Problem.conflict("Expected at most %d banks, but there are so many already".formatted(MOST_BANKS));
        }
    }

    private void requireSpace(Author author, int size) {
        if (ledger.bytes(author.organisationId()) + size > mostKeptBytes) {
            throw Problem.conflict(
                    "Expected at most %d bytes of banks with all their versions, but this one would be more"
                            .formatted(mostKeptBytes));
        }
    }

    private List<BankLog.Entry> decide(
            Author author, CurrentBank wanted, Optional<CurrentBank> found, BankLog.Entry version) {
        if (found.filter(it -> !it.retired() && it.version().equals(wanted.version()))
                .isPresent()) {
            return List.of();
        }
        List<BankLog.Entry> entries = new ArrayList<>();
        if (ledger.version(author.organisationId(), wanted.bankId(), wanted.version())
                .isEmpty()) {
            entries.add(version);
        }
        entries.add(selection(author, wanted));
        return entries;
    }

    private static BankLog.Entry selection(Author author, CurrentBank bank) {
        return new BankLog.Entry(
                OrganisationKeys.bank(author.organisationId(), bank.bankId()), BankContract.selected(bank));
    }

    private static CurrentBank retired(CurrentBank current, Author author) {
        return new CurrentBank(
                current.bankId(),
                current.version(),
                current.name(),
                current.language(),
                current.questions(),
                true,
                author.userId(),
                current.changedAt());
    }
}
