package io.colloquy.ingest.socket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What sockets write into the log: never a message, never a ticket. */
final class SocketLog {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLog.class);

    private SocketLog() {}

    static void failed(RuntimeException failure, String sessionId) {
        LOG.atError().addKeyValue("session_id", sessionId).setCause(failure).log("a message could not be handled");
    }
}
