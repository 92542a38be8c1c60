package io.colloquy.evaluator.library;

import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.schemas.Topics;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads {@code organisation-events} from its beginning, which is short: it is compacted. */
public final class LibraryWatch {
    private LibraryWatch() {}

    /**
     * The watch, not yet started.
     *
     * @param ledger kept current
     * @param onFatal told when it has stopped for good
     */
    public static TopicWatch over(KafkaConfig kafka, BankLedger ledger, Consumer<Throwable> onFatal) {
        return new TopicWatch(
                kafka,
                Topics.ORGANISATION_EVENTS.name(),
                "answer-evaluator-bank-watch",
                () -> Instant.EPOCH,
                stored -> ledger.take(stored.key(), stored.value()),
                onFatal);
    }
}
