package io.colloquy.local.demo;

import java.net.URI;

/**
 * Where the public doors are.
 *
 * @param ingest root of ingest-api, for example {@code http://127.0.0.1:8080}
 * @param reports root of report-service
 */
public record Target(URI ingest, URI reports) {

    URI socket(String sessionId, String ticket) {
        String host = ingest.toString().replaceFirst("^http", "ws");
        return URI.create(host + "/ws/interviews/" + sessionId + "?ticket=" + ticket);
    }
}
