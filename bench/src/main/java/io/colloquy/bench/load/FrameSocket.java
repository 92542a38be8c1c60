package io.colloquy.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.bench.BenchException;
import io.colloquy.platform.json.Json;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * One stream of frames over the public socket, with as little work for each frame as the protocol allows: the client's
 * mask is zero, so that a picture is copied once and written. One thread may send while another one reads.
 */
final class FrameSocket implements AutoCloseable {
    /** Most frames that may be unsettled. */
    static final int WINDOW = 16;

    private static final int BINARY = 0x82;
    private static final int TEXT = 0x81;
    private static final int PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_8_BYTES = 127;
    private static final int SOCKET_HEADER_BYTES = 14;
    private static final int FRAME_HEADER_BYTES = 29;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final UUID stream;
    private byte[] message = new byte[1 << 16];

    private FrameSocket(Socket socket, UUID stream) throws IOException {
        this.socket = socket;
        this.stream = stream;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Connects, and begins a stream of its own. */
    static FrameSocket open(URI ingest, String sessionId, String ticket) {
        try {
            Socket socket = new Socket(ingest.getHost(), ingest.getPort());
            socket.setTcpNoDelay(true);
            FrameSocket opened = new FrameSocket(socket, UUID.randomUUID());
            opened.upgrade(ingest, "/ws/interviews/" + sessionId + "?ticket=" + ticket);
            opened.hello();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a socket to '%s', but there is none".formatted(ingest), e);
        }
    }

    /** Sends the frame of that number; the caller keeps to the window. */
    void send(long seq, long capturedAtMillis, byte[] jpeg) {
        int payload = FRAME_HEADER_BYTES + jpeg.length;
        int length = SOCKET_HEADER_BYTES + payload;
        if (message.length < length) {
            message = new byte[length];
        }
        ByteBuffer.wrap(message)
                .put((byte) BINARY)
                .put((byte) (MASKED | LENGTH_IN_8_BYTES))
                .putLong(payload)
                .putInt(0)
                .put((byte) 1)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt((int) seq)
                .putLong(capturedAtMillis)
                .put(jpeg);
        write(message, length);
    }

    /** Waits for the next acknowledgement; everything up to the number that it returns is settled. */
    long awaitSettled() {
        while (true) {
            JsonNode received = receive();
            switch (received.path("type").asText()) {
                case "ack" -> {
                    if (!received.path("refused").isEmpty()) {
                        throw new BenchException("Expected every frame to be taken, but: " + received.path("refused"));
                    }
                    return received.path("seq").asLong();
                }
                case "error", "superseded" ->
                    throw new BenchException("Expected every frame to be taken, but: " + received);
                default -> {}
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upgrade(URI ingest, String path) throws IOException {
        String request = """
                GET %s HTTP/1.1\r
                Host: %s:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: %s\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(
                path, ingest.getHost(), ingest.getPort(), Base64.getEncoder().encodeToString(new byte[16]));
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.contains(" 101 ")) {
            throw new BenchException("Expected an upgrade to a socket, but got '%s'".formatted(status));
        }
        while (!line().isEmpty()) {
            // Headers tell nothing that matters here.
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.readUnsignedByte();
        while (next != '\n') {
            line.append((char) next);
            next = in.readUnsignedByte();
        }
        return line.toString().strip();
    }

    private void hello() {
        byte[] hello =
                "{\"type\":\"hello\",\"stream\":\"%s\"}".formatted(stream).getBytes(StandardCharsets.UTF_8);
        control(TEXT, hello);
        while (!receive().path("type").asText().equals("welcome")) {
            // What the session is comes first, perhaps.
        }
    }

    private void control(int kind, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(6 + payload.length)
                .put((byte) kind)
                .put((byte) (MASKED | payload.length))
                .putInt(0)
                .put(payload);
        write(frame.array(), frame.capacity());
    }

    private void write(byte[] bytes, int length) {
        try {
            synchronized (out) {
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to send, but the socket is gone", e);
        }
    }

    /** The next text; pings are answered on the way. */
    private JsonNode receive() {
        try {
            while (true) {
                int kind = in.readUnsignedByte();
                byte[] payload = new byte[length(in.readUnsignedByte())];
                in.readFully(payload);
                switch (kind & 0x0F) {
                    case 0x1 -> {
                        return Json.MAPPER.readTree(payload);
                    }
                    case 0x8 -> throw new BenchException("Expected the socket to stay open, but it was closed");
                    case 0x9 -> control(PONG, payload);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected an answer, but the socket is gone", e);
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case 126 -> in.readUnsignedShort();
            case LENGTH_IN_8_BYTES -> Math.toIntExact(in.readLong());
            default -> first;
        };
    }
}
