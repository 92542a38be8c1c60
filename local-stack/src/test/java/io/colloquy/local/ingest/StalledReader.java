package io.colloquy.local.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A page's live link that talks on and on and never reads, with the smallest buffer that the operating system gives. */
final class StalledReader implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;

    private final Socket socket = new Socket();
    private final OutputStream out;

    StalledReader(int port, String session, String ticket) throws IOException {
        socket.setReceiveBufferSize(1);
        socket.connect(new InetSocketAddress("localhost", port));
        out = socket.getOutputStream();
        out.write("""
                GET /ws/interviews/%s?ticket=%s HTTP/1.1
                Host: localhost:%d
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13

                """.formatted(session, ticket, port).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends a text message; a mask of zeros leaves its bytes as they are. */
    void say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + bytes.length];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) (MASKED | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        out.write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
