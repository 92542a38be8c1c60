package io.colloquy.bench.load;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Who may open a socket for one interview.
 *
 * @param partition that the interview's records go to
 * @param tickets gets a fresh one
 */
public record Sender(URI ingest, String sessionId, int partition, Supplier<String> tickets) {
    FrameSocket open() {
        return FrameSocket.open(ingest, sessionId, tickets.get());
    }
}
