package io.colloquy.local.reports;

import com.sun.net.httpserver.HttpServer;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The one answer of a schema registry that a history needs: the schema behind id 1, for whichever subject. */
final class ReportRegistry implements AutoCloseable {
    private final HttpServer server;

    ReportRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String schema =
                Json.write(Map.of("schema", Topics.SESSION_EVENTS.schema().toString(), "id", 1));
        byte[] answer = schema.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
