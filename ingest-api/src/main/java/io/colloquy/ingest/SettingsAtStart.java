package io.colloquy.ingest;

import io.colloquy.ingest.identity.IdentitySeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the settings of all organisations once after the start, beside everything else: while Postgres is away it tries
 * again, and candidates who hold a token go on meanwhile.
 */
final class SettingsAtStart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsAtStart.class);
    private static final long PAUSE_MS = 5_000;

    private final Thread thread;

    SettingsAtStart(IdentitySeed seed) {
        this.thread = Thread.ofVirtual().name("settings-at-start").start(() -> publish(seed));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void publish(IdentitySeed seed) {
        try {
            while (!published(seed)) {
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean published(IdentitySeed seed) {
        try {
            LOG.atInfo().addKeyValue("organisations", seed.publishSettings()).log("settings published");
            return true;
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("settings cannot be published yet");
            return Thread.currentThread().isInterrupted();
        }
    }
}
