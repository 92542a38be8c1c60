package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The audio part of the stub: it listens to nothing and says what it received instead, and it speaks one tone. Deterministic, and
 * honest about being a stub.
 */
final class StubAudio {
    private static final int RATE = 16_000;
    private static final int SAMPLES = RATE / 4;
    private static final double TONE = 440;
    private static final int LOUD = 6_000;
    private static final int WAV_HEADER = 44;
    private static final Pattern FILE = Pattern.compile(
            "name=\"file\"; filename=\"([a-z0-9.]{1,40})\"\r\nContent-Type: ([a-z0-9/+-]{1,40})\r\n\r\n");
    private static final Pattern LANGUAGE = Pattern.compile("name=\"language\"\r\n\r\n([a-z]{2,3})\r\n");

    private StubAudio() {}

    static void transcribe(HttpExchange exchange, AtomicReference<Double> confidence) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher file = FILE.matcher(body);
            if (!file.find()) {
                send(exchange, 400, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            Matcher language = LANGUAGE.matcher(body);
            int bytes = body.lastIndexOf("\r\n--") - file.end();
            ObjectNode heard = Json.MAPPER
                    .createObjectNode()
                    .put("text", text(bytes, file.group(2)))
                    .put("language", language.find() ? language.group(1) : "en")
                    .put("duration", 3.0);
            heard.putArray("segments")
                    .addObject()
                    .put("start", 0)
                    .put("end", 3)
                    .put("avg_logprob", Math.log(confidence.get()))
                    .put("no_speech_prob", 0);
            send(exchange, 200, "application/json", Json.write(heard).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(int bytes, String type) {
        return ("This stands for what was said, because a stub was listening: it received %s of audio as %s and understood"
                        + " nothing of it.")
                .formatted(bytes > 1_000 ? "more than a thousand bytes" : bytes + " bytes", type);
    }

    static void speak(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            send(exchange, 200, "audio/wav", tone());
        }
    }

    /** A quarter of a second as 16-bit PCM. */
    private static byte[] tone() {
        ByteBuffer wav = ByteBuffer.allocate(WAV_HEADER + SAMPLES * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(WAV_HEADER - 8 + SAMPLES * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(SAMPLES * 2);
        for (int sample = 0; sample < SAMPLES; sample++) {
            wav.putShort((short) Math.round(LOUD * Math.sin(2 * Math.PI * TONE * sample / RATE)));
        }
        return wav.array();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
