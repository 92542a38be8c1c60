package io.colloquy.frames.policy;

import io.colloquy.frames.watch.TopicWatch;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads {@code organisation-events} from its beginning, which is short: it is compacted. */
public final class OrganisationWatch implements AutoCloseable {
    private final TopicWatch watch;

    /**
     * @param ledger kept current
     * @param onFatal told when it has stopped for good
     */
    public OrganisationWatch(KafkaConfig kafka, OrganisationLedger ledger, Consumer<Throwable> onFatal) {
        this.watch = new TopicWatch(
                kafka,
                Topics.ORGANISATION_EVENTS.name(),
                "organisation-watch",
                () -> Instant.EPOCH,
                stored -> ledger.take(stored.topic(), stored.key(), stored.value()),
                onFatal);
    }

    /** Starts reading. */
    public void start() {
        watch.start();
    }

    /** Whether everything that was there at the start has been read, and reading goes on. */
    public boolean current() {
        return watch.current();
    }

    @Override
    public void close() {
        watch.close();
    }
}
