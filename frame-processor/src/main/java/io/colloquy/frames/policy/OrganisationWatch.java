package io.colloquy.frames.policy;

import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicWatch;
import io.colloquy.schemas.Topics;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads {@code organisation-events} from its beginning, which is short: it is compacted. */
public final class OrganisationWatch {
    private OrganisationWatch() {}

    /**
     * The watch, not yet started.
     *
     * @param ledger kept current
     * @param onFatal told when it has stopped for good
     */
    public static TopicWatch over(KafkaConfig kafka, OrganisationLedger ledger, Consumer<Throwable> onFatal) {
        return new TopicWatch(
                kafka,
                Topics.ORGANISATION_EVENTS.name(),
                "frame-processor-organisation-watch",
                () -> Instant.EPOCH,
                stored -> ledger.take(stored.topic(), stored.key(), stored.value()),
                onFatal);
    }
}
