package io.colloquy.evaluator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.bank.BankTree;
import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.library.BankVersion;
import io.colloquy.evaluator.library.BuiltInBanks;
import io.colloquy.evaluator.library.CurrentBank;
import io.colloquy.platform.http.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Banks as JSON. */
final class BankViews {
    private static final int MOST_OFFENCES = 50;

    private BankViews() {}

    record BankView(
            String id,
            String name,
            String language,
            String version,
            int questionCount,
            boolean builtIn,
            boolean retired,
            boolean isDefault,
            String authorId,
            Instant changedAt) {}

    record BankList(List<BankView> banks) {}

    record VersionView(
            String version,
            String name,
            String language,
            int questionCount,
            boolean current,
            String authorId,
            Instant savedAt) {}

    record VersionList(String id, boolean retired, List<VersionView> versions) {}

    static BankList list(List<CurrentBank> banks, Optional<String> defaultBank) {
        Stream<BankView> own = banks.stream().map(bank -> bank(bank, defaultBank));
        Stream<BankView> builtIn = BuiltInBanks.ids().stream()
                .map(id -> builtIn(id, BuiltInBanks.of(id).orElseThrow()));
        return new BankList(Stream.concat(own, builtIn).toList());
    }

    static BankView bank(CurrentBank bank, Optional<String> defaultBank) {
        return new BankView(
                bank.bankId(),
                bank.name(),
                bank.language(),
                bank.version(),
                bank.questions(),
                false,
                bank.retired(),
                defaultBank.filter(bank.bankId()::equals).isPresent(),
                bank.authorId(),
                bank.changedAt());
    }

    private static BankView builtIn(String id, QuestionBank bank) {
        return new BankView(
                id,
                bank.name(),
                bank.language(),
                bank.version(),
                bank.questions().size(),
                true,
                false,
                false,
                null,
                null);
    }

    static VersionList versions(CurrentBank bank, List<BankVersion> versions) {
        return new VersionList(
                bank.bankId(),
                bank.retired(),
                versions.stream()
                        .map(it -> new VersionView(
                                it.version(),
                                it.content().name(),
                                it.content().language(),
                                it.content().questions().size(),
                                it.version().equals(bank.version()),
                                it.authorId(),
                                it.savedAt()))
                        .toList());
    }

    /** What a file holds, and beside it what the organisation says of the bank. */
    static ObjectNode content(String id, QuestionBank content, Optional<CurrentBank> known) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", id)
                .put("version", content.version())
                .put("current_version", known.map(CurrentBank::version).orElse(content.version()))
                .put("built_in", BuiltInBanks.isReserved(id))
                .put("retired", known.map(CurrentBank::retired).orElse(false));
        view.setAll(BankTree.write(content));
        return view;
    }

    /** A refusal that lists what is wrong; of a file of other things not thousands of lines. */
    static Problem refused(InvalidContentException e) {
        List<String> offences = e.offences();
        List<String> shown = offences.subList(0, Math.min(offences.size(), MOST_OFFENCES));
        return Problem.invalidRequest("Expected a sound question bank, but %d things are wrong with it: %s"
                        .formatted(offences.size(), String.join("; ", shown)))
                .with("offences", shown)
                .with("offence_count", offences.size());
    }
}
